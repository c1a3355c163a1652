/** Calls of a server that answers in JSON. */
import type { ApiServer } from "../../src/http/server.ts";

/** @param body what is sent in JSON; undefined for none */
export async function call(
	{ address }: ApiServer,
	method: string,
	path: string,
	body?: unknown,
) {
	const answer = await fetch(`${address}${path}`, {
		method,
		...(body === undefined
			? {}
			: {
					headers: { "Content-Type": "application/json" },
					body: JSON.stringify(body),
				}),
	});
	const text = await answer.text();
	return {
		status: answer.status,
		body: text === "" ? null : JSON.parse(text),
	};
}
