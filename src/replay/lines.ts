import { createReadStream } from "node:fs";

const LF = 10;

/**
 * Hands over the lines of a file in UTF-8, counted from 1, without their line
 * ends. The file is never in memory as a whole.
 *
 * @param take gives false to stop; a promise is waited for
 * @throws what the system says where the file cannot be read
 */
export async function eachLine(
	file: string,
	take: (line: string, number: number) => boolean | Promise<boolean>,
): Promise<void> {
	let number = 0;
	let rest: Buffer[] = [];
	const takeAll = async (text: string): Promise<boolean> => {
		for (let from = 0; from < text.length; ) {
			const lf = text.indexOf("\n", from);
			const to = lf === -1 ? text.length : lf;
			const end = text[to - 1] === "\r" && to > from ? to - 1 : to;
			number += 1;
			const line = text.slice(from, end);
			const taken = take(
				number === 1 ? line.replace(/^\uFEFF/, "") : line,
				number,
			);
			if (!(typeof taken === "boolean" ? taken : await taken)) return false;
			from = to + 1;
		}
		return true;
	};
	for await (const chunk of createReadStream(file, { highWaterMark: BLOCK })) {
		const block: Buffer = chunk;
		// A character of UTF-8 never has a line feed inside.
		const cut = block.lastIndexOf(LF);
		if (cut === -1) {
			rest.push(block);
			continue;
		}
		const whole = Buffer.concat([...rest, block.subarray(0, cut + 1)]);
		rest = [block.subarray(cut + 1)];
		if (!(await takeAll(whole.toString("utf8")))) return;
	}
	await takeAll(Buffer.concat(rest).toString("utf8"));
}

const BLOCK = 256 * 1024;
