import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { clients, testWith } from "./support/installed.ts";
import { order, panelNumber } from "./support/panel-on-network.ts";
import { bench } from "./support/phone-line.ts";
import { eventually } from "./support/programs.ts";

const at = bench();
const folders = ["inbox", "outbox", "sentsms", "errorsms"];

testWith(
	[clients.gammuSmsd, clients.socat],
	"gammu-smsd texts the panel, gets the confirmation and its delivery report",
	async () => {
		const { folder, phoneOnSocat, programs } = at();
		const { path } = await phoneOnSocat("+15550105");
		for (const name of folders) mkdirSync(join(folder, name));
		const log = join(folder, "log");
		const config = join(folder, "smsdrc");
		writeFileSync(
			config,
			[
				"[gammu]",
				`device = ${path}`,
				"connection = at115200",
				"model = at",
				"synchronizetime = no",
				"[smsd]",
				"service = files",
				`logfile = ${log}`,
				"debuglevel = 1",
				"deliveryreport = log",
				"receivefrequency = 1",
				"commtimeout = 10",
				"outboxformat = standard",
				...folders.map((name) => `${name}path = ${join(folder, name)}/`),
				"",
			].join("\n"),
		);
		programs.start("gammu-smsd", ["-c", config]);
		const injected = await programs.run("gammu-smsd-inject", [
			...["-c", config, "TEXT", panelNumber],
			...["-report", "-text", order],
		]);
		expect(injected.code).toBe(0);
		const message = await eventually("the confirmation", () => {
			const [file] = readdirSync(join(folder, "inbox"));
			return file && readFileSync(join(folder, "inbox", file), "utf8");
		});
		expect(message).toBe("USRS:OK");
		await eventually("the delivery report", () =>
			/Delivery report: Delivered to \+15550100, message reference 0x01/.test(
				readFileSync(log, "utf8"),
			)
				? true
				: null,
		);
	},
);
