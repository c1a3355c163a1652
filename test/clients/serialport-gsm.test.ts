import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { testWithThese } from "./support/installed.ts";
import { order, panelNumber } from "./support/panel-on-network.ts";
import { bench } from "./support/phone-line.ts";

const at = bench();
const home = fileURLToPath(new URL("serialport-gsm", import.meta.url));

testWithThese(
	existsSync(join(home, "node_modules", "serialport-gsm"))
		? []
		: ["serialport-gsm (npm ci --prefix test/clients/serialport-gsm)"],
	"serialport-gsm texts the panel over our own PTY and is told of the confirmation",
	async () => {
		const path = join(at().folder, "phone.tty");
		await at().phone("+15550104", { kind: "pty", path });
		const { stdout, stderr, code } = await at().programs.run("node", [
			join(home, "text.cjs"),
			path,
			panelNumber,
			order,
		]);
		expect(stderr).toBe("");
		expect(JSON.parse(stdout)).toEqual({
			sender: "15550100",
			text: "USRS:OK",
		});
		expect(code).toBe(0);
	},
);
