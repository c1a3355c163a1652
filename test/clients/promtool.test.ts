import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { aHouse } from "../support/house.ts";
import { panelWithPeople } from "../support/panel-with-people.ts";
import { clients, testWith } from "./support/installed.ts";

testWith(
	[clients.promtool],
	"Prometheus finds nothing wrong with the metrics of a panel to which everything has happened",
	async () => {
		const destination = {
			id: 1,
			url: "sms://+15550177",
			group: 1,
			level: "all",
			carrier: "",
		} as const;
		const { reporting } = panelWithPeople;
		const house = await aHouse({
			state: {
				...panelWithPeople,
				reporting: { ...reporting, destinations: [destination] },
			},
		});
		await house.mailbox.bring("PROG 7982 ECHO:");
		await house.happens("battery missing");
		const text = "Credit: 12.50 EUR";
		await house.panel.happens({
			type: "credit-known",
			to: "",
			text,
			by: { via: "clock" },
		});
		await house.pass(60_000);
		await house.get("/v1/panels/nobody");
		const input = await (await house.get("/metrics")).text();
		await house.close();
		expect(input).toContain('alarmpanel_reports_total{destination="1"');
		expect(input).toContain('alarmpanel_credit_amount{currency="EUR"} 12.5');
		const { status, stdout, stderr } = spawnSync(
			"promtool",
			["check", "metrics"],
			{ input, encoding: "utf8" },
		);
		expect([status, stdout, stderr]).toEqual([0, "", ""]);
	},
);

testWith(
	[clients.promtool],
	"the alerts in docs/metrics.md are rules that Prometheus takes",
	async () => {
		const [, rules = ""] =
			/```yaml\n# alarmpanel-alerts[^\n]*\n(.*?)```/s.exec(
				readFileSync("docs/metrics.md", "utf8"),
			) ?? [];
		const file = join(await temporaryFolder(), "alerts.yml");
		await writeFile(file, rules);
		const { status, stdout } = spawnSync("promtool", ["check", "rules", file], {
			encoding: "utf8",
		});
		expect([status, stdout]).toEqual([
			0,
			`Checking ${file}\n  SUCCESS: 10 rules found\n\n`,
		]);
	},
);
