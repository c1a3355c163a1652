import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { channel } from "../network/channel.ts";
import { LineNetwork, type LineNetworkOptions } from "./line-network.ts";
import { LineTrace } from "./line-trace.ts";
import { type LineWish, openPhoneNetwork } from "./open-phone-network.ts";

/**
 * Opens the lines.
 * @throws Error naming the line that cannot be opened; none is open then
 */
export async function openLineNetwork(
	options: LineNetworkOptions,
): Promise<LineNetwork> {
	const { clock, lines, rules, seed, airTime } = options;
	const open = channel(rules, seed);
	const trace = new LineTrace(clock, { masking: "sim-pins" });
	const needsFolder = lines.some(({ kind }) => kind === "pty");
	const folder = needsFolder
		? await mkdtemp(join(tmpdir(), "alarmpanel-lines-"))
		: null;
	const close = async () => {
		if (folder !== null) await rm(folder, { recursive: true, force: true });
	};
	const wishes = lines.flatMap(({ number, kind }): LineWish[] => {
		if (kind === "tcp")
			return [{ number, place: { kind, host: "127.0.0.1", port: 0 } }];
		if (kind === "in-process") return [];
		const path = join(folder ?? "", `${number.replace("+", "")}.tty`);
		return [{ number, place: { kind, path } }];
	});
	const equipment = new Map(lines.map((each) => [each.number, each.equipment]));
	try {
		const phones = await openPhoneNetwork({
			clock,
			lines: wishes,
			channel: open,
			airTime,
			around: (number, line) => trace.atModem(number, line),
			equipment: (number) => equipment.get(number) ?? {},
		});
		const urls = new Map(phones.lines.map(({ number, url }) => [number, url]));
		const parts = { phones, channel: open, trace, urls, close };
		return new LineNetwork(options, parts);
	} catch (error) {
		await close();
		throw error;
	}
}
