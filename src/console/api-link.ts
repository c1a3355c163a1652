import type { ApiReply, AskApi } from "./message/desk-over-http.ts";
import { type ServerEvent, serverEvents } from "./server-events.ts";

/** The API of a server, as a page asks it. */
export interface ApiLink {
	readonly ask: AskApi;
	/** As `ask`, with PUT. */
	put(path: string, body: object): Promise<ApiReply>;
	/**
	 * What a path tells, as it happens, from when the server answers to when it ends it.
	 * @throws where nobody answers, or the answer is no stream
	 */
	events(
		path: string,
		signal: AbortSignal,
	): Promise<AsyncIterable<ServerEvent>>;
}

/**
 * @param token of the server, where it wants one; it is kept in memory only
 * @param origin of the server; "" for the one that the page came from
 */
export function apiLink(token: string | null, origin = ""): ApiLink {
	const authorization: Record<string, string> =
		token === null ? {} : { Authorization: `Bearer ${token}` };
	const asked = async (
		method: "GET" | "POST" | "PUT",
		path: string,
		body?: object,
	): Promise<ApiReply> => {
		const unanswered = () =>
			new Error(
				method === "GET"
					? "the server does not answer"
					: "no answer came: whether that was done is not known",
			);
		const response = await fetch(origin + path, {
			method,
			...(body === undefined
				? { headers: authorization }
				: {
						headers: { ...authorization, "Content-Type": "application/json" },
						body: JSON.stringify(body),
					}),
		}).catch(() => {
			throw unanswered();
		});
		const text = await response.text().catch(() => {
			throw unanswered();
		});
		const { status, ok } = response;
		if (text === "") return { status, body: null };
		try {
			return { status, body: JSON.parse(text) };
		} catch {
			// Something between page and server has answered in its place.
			if (ok) throw unanswered();
			return { status, body: null };
		}
	};
	return {
		ask: (path, body) => asked(body === undefined ? "GET" : "POST", path, body),
		put: (path, body) => asked("PUT", path, body),
		async events(path, signal) {
			const response = await fetch(origin + path, {
				headers: { ...authorization, Accept: "text/event-stream" },
				signal,
			});
			if (!response.ok || response.body === null)
				throw new Error(`the server answered ${response.status}`);
			return serverEvents(response.body);
		},
	};
}

/**
 * The body of an answer that was given.
 * @throws Error with what the API says against the request
 */
export function answerIn<T>({ status, body }: ApiReply): T {
	if (status < 300) return body as T;
	const problem = body as { readonly title?: unknown } | null;
	const title = problem?.title;
	throw new Error(
		typeof title === "string" ? title : `the server answered ${status}`,
	);
}
