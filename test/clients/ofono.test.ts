import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { clients, testWith } from "./support/installed.ts";
import {
	confirmation,
	order,
	panelNumber,
} from "./support/panel-on-network.ts";
import { bench } from "./support/phone-line.ts";
import { eventually } from "./support/programs.ts";

const at = bench();

testWith(
	[clients.ofono, clients.dbus, clients.dbusTools],
	"ofonod texts the panel over TCP, and acknowledges the confirmation",
	async () => {
		const { folder, network, phoneOnTcp, programs } = at();
		const { port } = await phoneOnTcp("+15550102");
		const bus = `unix:path=${join(folder, "bus")}`;
		writeFileSync(
			join(folder, "bus.conf"),
			`<busconfig>
				<type>custom</type>
				<listen>${bus}</listen>
				<auth>EXTERNAL</auth>
				<policy context="default">
					<allow send_destination="*" eavesdrop="true"/>
					<allow eavesdrop="true"/>
					<allow own="*"/>
				</policy>
			</busconfig>`,
		);
		// ofono's own driver for a modem at a TCP port.
		writeFileSync(
			join(folder, "phonesim.conf"),
			`[phonesim]\nAddress=127.0.0.1\nPort=${port}\n`,
		);
		programs.start("dbus-daemon", [
			`--config-file=${join(folder, "bus.conf")}`,
			"--nofork",
		]);
		const call = async (path: string, method: string, ...args: string[]) => {
			const { code, stdout } = await programs.run("dbus-send", [
				`--bus=${bus}`,
				"--print-reply",
				"--dest=org.ofono",
				path,
				`org.ofono.${method}`,
				...args,
			]);
			return code === 0 ? stdout : null;
		};
		programs.start("env", [
			`DBUS_SYSTEM_BUS_ADDRESS=${bus}`,
			`OFONO_PHONESIM_CONFIG=${join(folder, "phonesim.conf")}`,
			"ofonod",
			"--nodetach",
		]);
		const turnOn = (name: string) =>
			eventually(`the modem is ${name}`, () =>
				call(
					"/phonesim",
					"Modem.SetProperty",
					`string:${name}`,
					"variant:boolean:true",
				),
			);
		await turnOn("Powered");
		await turnOn("Online");
		let heard = "";
		const monitor = programs.start("dbus-monitor", [
			"--address",
			bus,
			"interface='org.ofono.MessageManager',member='IncomingMessage'",
		]);
		monitor.stdout?.on("data", (chunk: Buffer) => {
			heard += chunk.toString();
		});
		await eventually("a message is sent", () =>
			call(
				"/phonesim",
				"MessageManager.SendMessage",
				`string:${panelNumber}`,
				`string:${order}`,
			),
		);
		await eventually("an answer", () => /string "USRS/.test(heard) || null);
		expect(heard).toContain(`string "${confirmation}"`);
		expect(heard).toContain(`string "${panelNumber}"`);
		await eventually(
			"the answer is acknowledged",
			() => network.waiting === 0 || null,
		);
	},
);
