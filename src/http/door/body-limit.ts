import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Problem } from "../problem.ts";

/** Octets of the largest body: a snapshot with a long log has a tenth of it. */
const LARGEST_BODY = 1_000_000;

const counted = bodyLimit({
	maxSize: LARGEST_BODY,
	onError: () => {
		throw tooLarge();
	},
});

/**
 * Refuses bodies that are too large. One whose length is told is not looked at: Node's
 * parser takes no more than that, and to count would take as long as most routes do.
 */
export const limited: MiddlewareHandler = (c, next) => {
	const length = c.req.header("Content-Length");
	if (length === undefined || c.req.header("Transfer-Encoding") !== undefined)
		return counted(c, next);
	if (Number(length) > LARGEST_BODY) throw tooLarge();
	return next();
};

function tooLarge(): Problem {
	return new Problem(
		413,
		"body/too-large",
		`a body has at most ${LARGEST_BODY} octets`,
		[],
		// The rest of it is not read.
		{ Connection: "close" },
	);
}
