import { connect } from "node:net";
import { createInterface } from "node:readline";
import type { ControlRequest } from "./control.ts";
import type { HandedOver } from "./hand-over.ts";

/**
 * Hands a text to a panel that runs in another process.
 * @param address as its lock names it
 * @throws Error when it does not answer
 */
export async function handOverTo(
	address: string,
	request: ControlRequest,
): Promise<HandedOver> {
	const socket = connect(address);
	const broken = new Promise<never>((_, reject) => {
		socket.once("error", (error) =>
			reject(new Error(`the running panel does not answer: ${error.message}`)),
		);
	});
	try {
		return await Promise.race([broken, ask()]);
	} finally {
		socket.destroy();
	}

	async function ask(): Promise<HandedOver> {
		socket.write(`${JSON.stringify(request)}\n`);
		for await (const line of createInterface({ input: socket })) {
			const answer: HandedOver | { readonly error: string } = JSON.parse(line);
			if ("error" in answer) throw new Error(answer.error);
			return answer;
		}
		throw new Error("the running panel hung up without an answer");
	}
}
