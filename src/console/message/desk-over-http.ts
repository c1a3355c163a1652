import type {
	CommandEntry,
	ComposedMessage,
	MessageDesk,
	ModelSummary,
} from "./message-desk.ts";

/** What came back: an answer of the API, or what it refuses. */
export interface ApiReply {
	readonly status: number;
	readonly body: unknown;
}

/**
 * Asks the API of the server that the page came from.
 * @param body sent as JSON, with POST; without one it is a GET
 * @throws where nobody answers
 */
export type AskApi = (path: string, body?: object) => Promise<ApiReply>;

/** The desk of a page that has no language in it: the server reads and writes. */
export function deskOverHttp(ask: AskApi): MessageDesk {
	const asked = async <T>(path: string, body?: object): Promise<T> => {
		const reply = await ask(path, body);
		if (reply.status === 200) return reply.body as T;
		throw new Error(titleOf(reply));
	};
	return {
		models: async () =>
			(await asked<{ models: readonly ModelSummary[] }>("/v1/models")).models,
		check: (model, text) => asked("/v1/check", { model, text }),
		checkList: (model, content) => asked("/v1/check/list", { model, content }),
		async compose(wanted) {
			const reply = await ask("/v1/compose", wanted);
			return reply.status === 422
				? { ok: false, reason: titleOf(reply) }
				: (reply.body as ComposedMessage);
		},
		commands: async (model) =>
			(
				await asked<{ commands: readonly CommandEntry[] }>(
					`/v1/models/${encodeURIComponent(model)}/commands`,
				)
			).commands,
	};
}

/** The API's problems say in their title what is wrong. */
function titleOf({ status, body }: ApiReply): string {
	const title =
		typeof body === "object" && body !== null && "title" in body
			? body.title
			: null;
	return typeof title === "string" ? title : `the server answered ${status}`;
}
