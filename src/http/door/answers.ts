/**
 * What stands on every answer: nothing of it is kept, guessed at, or run as a page.
 * As a plain object, because the server of Node reads that fastest.
 */
export const STANDING_HEADERS: { readonly [name: string]: string } = {
	"Cache-Control": "no-store",
	"X-Content-Type-Options": "nosniff",
	"Content-Security-Policy": "default-src 'none'",
};

/** @param headers beside those of every answer, or in their place */
export function answer(
	status: number,
	body: string | null,
	headers: { readonly [name: string]: string } = {},
): Response {
	return new Response(body, {
		status,
		headers: { ...STANDING_HEADERS, ...headers },
	});
}

export function jsonAnswer(
	status: number,
	value: unknown,
	headers: { readonly [name: string]: string } = {},
): Response {
	return answer(status, JSON.stringify(value), {
		"Content-Type": "application/json",
		...headers,
	});
}
