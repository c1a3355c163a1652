import { once } from "node:events";
import { chmodSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import * as z from "zod";
import { messageOf } from "../../error-message.ts";
import { systemClock } from "../../time/system-clock.ts";
import { textLines } from "../../transport/text-lines.ts";
import type { Panel } from "../panel.ts";
import { changeSetting } from "./change-setting.ts";
import { newAddress, removeAddress } from "./control-address.ts";
import { letHappen } from "./let-happen.ts";
import { changeRemote, remoteChange } from "./remote-change.ts";
import { tellOfModem } from "./tell-of-modem.ts";
import { testPhone } from "./test-phone.ts";
import { textPanel } from "./text-panel.ts";

/** One line of JSON, to a running panel: a text, a step, a change of its remote access, a question, a test of a phone or of a destination, a setting. */
const controlRequest = z.union([
	z.strictObject({
		text: z.string(),
		from: z.string(),
		showSecrets: z.boolean(),
	}),
	z.strictObject({ step: z.string(), showSecrets: z.boolean() }),
	z.strictObject({ change: remoteChange }),
	z.strictObject({ ask: z.literal("modem") }),
	z.strictObject({
		test: z.union([
			z.strictObject({ person: z.int() }),
			z.strictObject({ report: z.int() }),
		]),
	}),
	z.strictObject({
		set: z.strictObject({ path: z.string(), value: z.string() }),
	}),
]);

export type ControlRequest = z.infer<typeof controlRequest>;

/** Most connections at a time. */
const MOST_CALLERS = 50;

/** Where a running panel can be spoken to. */
export interface Control {
	/** Path of a Unix socket that its owner alone can open; on Windows a pipe. */
	readonly address: string;
	close(): Promise<void>;
}

/**
 * Lets other processes of the same user hand texts to a running panel. Each
 * line of JSON is a request and gets one line of JSON back: what came of it, or
 * `{ error }`.
 */
export async function openControl(panel: Panel): Promise<Control> {
	const address = newAddress();
	const connections = new Set<Socket>();
	const server = createServer({ allowHalfOpen: true }, (socket) => {
		connections.add(socket);
		socket.on("close", () => connections.delete(socket));
		// A client that goes away in the middle is no trouble of the panel's.
		socket.on("error", () => socket.destroy());
		talk(panel, socket).catch(() => socket.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(address, resolve);
	});
	// A panel that is about to end does not stay for its callers.
	server.unref();
	const removeAtExit = () => removeAddress(address);
	process.once("exit", removeAtExit);
	if (process.platform !== "win32") chmodSync(address, 0o600);
	server.maxConnections = MOST_CALLERS;
	return {
		address,
		async close() {
			for (const socket of connections) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
			process.off("exit", removeAtExit);
			removeAddress(address);
		},
	};
}

/**
 * Answers each line of a caller. The next line is read when the caller has taken the
 * answer to this one.
 * @throws what the connection throws, also for a line that is too long
 */
async function talk(panel: Panel, socket: Socket): Promise<void> {
	for await (const line of textLines(socket)) {
		const answer = await answered(panel, line);
		if (!socket.writable) return;
		const isTaken = socket.write(`${JSON.stringify(answer)}\n`);
		if (!isTaken)
			await Promise.race([once(socket, "drain"), once(socket, "close")]);
	}
	socket.end();
}

async function answered(panel: Panel, line: string): Promise<object> {
	try {
		const request = controlRequest.parse(JSON.parse(line));
		if ("ask" in request) return await tellOfModem(panel);
		if ("test" in request)
			return "person" in request.test
				? await testPhone(panel, request.test.person, systemClock)
				: await panel.testReport(request.test.report);
		if ("change" in request) return await changeRemote(panel, request.change);
		if ("set" in request) return await changeSetting(panel, request.set);
		return "step" in request
			? await letHappen(panel, request.step, request.showSecrets)
			: await textPanel(panel, request, request.showSecrets);
	} catch (error) {
		return { error: messageOf(error) };
	}
}
