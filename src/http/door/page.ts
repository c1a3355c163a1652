import { answer } from "./answers.ts";

/** What a page names as its policy, in the head of its document. */
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/**
 * The page, under the policy that it names itself. That it stands in no frame can
 * only be said beside it.
 */
export function pageAnswer(html: string): Response {
	const [, policy = "default-src 'none'"] = POLICY.exec(html) ?? [];
	return answer(200, html, {
		"Content-Type": "text/html; charset=utf-8",
		"Content-Security-Policy": `${policy}; frame-ancestors 'none'`,
		"Referrer-Policy": "no-referrer",
	});
}
