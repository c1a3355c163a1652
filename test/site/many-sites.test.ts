import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { appliedSite } from "../../src/cli/site/applied-site.ts";
import { manySites } from "../../src/cli/site/apply-requests.ts";
import { auditNamed } from "../../src/cli/site/audit-place.ts";
import { models } from "../../src/models/models.ts";
import { GsmModem } from "../../src/modem/gsm-modem.ts";
import { type Network, virtualNetwork } from "../../src/network/network.ts";
import { asTyped } from "../../src/panel/state/phone-number.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { forRealPanel } from "../../src/plan/messages/plan-rules.ts";
import { stateFolder } from "../../src/ports/state-folder.ts";
import { DirectPanel } from "../../src/simulation/direct-panel.ts";
import { NetworkEnd } from "../../src/simulation/network-end.ts";
import { auditIn } from "../../src/site/audit/audit-file.ts";
import { valueMac } from "../../src/site/audit/value-mac.ts";
import { ModemPhone, phoneSettings } from "../../src/site/links/modem-phone.ts";
import { runSites } from "../../src/site/run-sites.ts";
import type { SiteReport } from "../../src/site/site-report.ts";
import { immediately } from "../../src/time/immediately.ts";
import { MINUTE, SECOND } from "../../src/time/units.ts";
import { type StillClock, virtualClock } from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { temporaryFolder } from "../support/folder.ts";

const SITES = 20;
const NOON = Date.UTC(2026, 10, 30, 12);
const [model] = models;
const rules = forRealPanel([], []);
const mac = valueMac("a5".repeat(32));
const names = Array.from({ length: SITES }, (_, at) => `site ${at + 1}`);

test("20 sites over two lines at once: 18 are done, two are explained, and resumed when they are mended", async () => {
	const folder = await temporaryFolder();
	const clock = virtualClock(NOON);
	const network = virtualNetwork({ clock, airTime: SECOND });
	const panels = names.map((_, at) => new PanelAtLine(network, clock, at));
	const [silent, refusing] = [panels[6], panels[12]];
	silent?.unplug();
	refusing?.panel.text("+15550901", "PROG 7982 USRS:2,4013,BEN");
	const phones = ["+15550101", "+15550102"].map((number) =>
		phoneAt(network, clock, number),
	);
	const write = (name: string, text: string) => {
		writeFileSync(join(folder, name), text);
		chmodSync(join(folder, name), 0o600);
		return join(folder, name);
	};
	const template = write(
		"site.yaml",
		'number: "{{number}}"\nusers: { 1: { name: "{{name}}", pin: "{{pin}}" } }\n',
	);
	const secrets = names.map((_, at) => `PIN_${at + 1}=${4001 + at}\n`);
	write("site.secrets", secrets.join(""));
	const rows = names.map(
		(name, at) =>
			`${name},${numberOf(at)},OWNER ${at + 1},\${PIN_${at + 1}},7982\n`,
	);
	const csv = write("sites.csv", `site,number,name,pin,code\n${rows.join("")}`);

	let atOnce = 0;
	let mostAtOnce = 0;
	const applyAll = async (resume: boolean) => {
		const all = await manySites(
			csv,
			template,
			{ rules, resume, keepsAudit: true, variables: new Map() },
			mac,
		);
		const reports: SiteReport[] = [];
		const over = runSites(
			all,
			phones.map(({ phone }) => phone),
			async (prepared, phone) => {
				atOnce += 1;
				mostAtOnce = Math.max(mostAtOnce, atOnce);
				const manner = {
					rules,
					validity: 15,
					readsPins: false,
					asksMode: true,
				};
				const report = await appliedSite(
					prepared,
					phone.linkTo(prepared.number),
					{ ...manner, take: () => true },
					mac,
					() => {},
				);
				atOnce -= 1;
				reports.push(report);
				return report;
			},
			(phone) => phone.trouble,
			({ site }) => expect.unreachable(site),
		);
		await passUntil(clock, over);
		return new Map(reports.map((report) => [report.site, report]));
	};

	const first = await applyAll(false);
	expect(mostAtOnce).toBe(2);
	expect(names.filter((name) => first.get(name)?.outcome !== "done")).toEqual([
		"site 7",
		"site 13",
	]);
	expect(first.get("site 7")).toMatchObject({
		outcome: "silent",
		why: "no answer to the probe",
		settings: [
			{ path: "users.1.pin", how: "not sent" },
			{ path: "users.1.name", how: "not sent" },
		],
	});
	expect(first.get("site 13")).toMatchObject({
		outcome: "refused",
		why: `message 1, PROG 7982 USRS:1,\${PIN_13},OWNER 13: ERROR; what the panel has is not known`,
		settings: [
			{ path: "users.1.pin", how: "refused" },
			{ path: "users.1.name", how: "refused" },
		],
	});

	silent?.plugIn();
	refusing?.panel.text("+15550901", "PROG 7982 USRS:2,,");
	const again = await applyAll(true);
	expect(
		[...again]
			.map(([name, { outcome }]) => [name, outcome])
			.filter(([, outcome]) => outcome !== "nothing-to-do")
			.toSorted(),
	).toEqual([
		["site 13", "done"],
		["site 7", "done"],
	]);
	expect(panels.map(({ panel }) => panel.state.users)).toEqual(
		names.map((_, at) => [
			{ id: 1, name: `OWNER ${at + 1}`, pin: String(4001 + at), latch: true },
		]),
	);
	// Each code was given once, but to the one that refused it.
	const given = panels.map(
		({ heard }) => heard.filter((text) => text.includes("USRS:1")).length,
	);
	expect(given).toEqual(names.map((_, at) => (at === 12 ? 2 : 1)));
	const audits = names.map((name) =>
		auditIn(join(folder, "sites.audits", auditNamed(name)), stateFolder()),
	);
	for (const { lines } of await Promise.all(audits))
		expect(JSON.stringify(lines)).not.toMatch(/\b40[012]\d\b/);
	for (const { close } of phones) await close();
});

// Helpers

function numberOf(at: number): string {
	return `+155502${String(at).padStart(2, "0")}`;
}

/** A factory's panel at a line of the network. */
class PanelAtLine {
	readonly panel: DirectPanel;
	readonly heard: string[] = [];
	private readonly end: NetworkEnd;
	private readonly line: ReturnType<Network["line"]>;

	constructor(network: Network, clock: StillClock, at: number) {
		const number = numberOf(at);
		this.panel = new DirectPanel(
			{ model, number, numbering: asTyped },
			factoryState(model.name, model.sections),
			NOON,
		);
		this.line = network.line(number);
		this.end = new NetworkEnd(clock, this.line, ({ from, text }) => {
			this.heard.push(text);
			this.panel.advanceTo(clock.now());
			this.panel.text(from, text);
			for (const sms of this.panel.sent) this.end.text(sms.to, sms.text);
		});
	}

	unplug(): void {
		this.line.disconnect();
	}

	plugIn(): void {
		this.line.connect(this.end);
	}
}

function phoneAt(network: Network, clock: StillClock, number: string) {
	const virtual = virtualModem({ clock, line: network.line(number) });
	const modem = new GsmModem({
		async open() {
			const [near, far] = inProcessLine();
			void virtual.attach(far);
			return near;
		},
		clock,
		settings: phoneSettings,
		onEvent: (event) => phone.note(event),
	});
	const phone: ModemPhone = new ModemPhone(modem, clock);
	return {
		phone,
		async close() {
			await modem.close();
			await virtual.powerOff();
		},
	};
}

/** Waits until nobody waits for the disk, and each line had its turns. */
async function diskAtRest(): Promise<void> {
	for (let turns = 0; turns < 5; turns += 1) {
		await immediately();
		const waits = process.getActiveResourcesInfo();
		if (!waits.some((kind) => kind.startsWith("FSReq"))) continue;
		await pause(1);
		turns = 0;
	}
}

/** Lets time pass until the work is over; what the disk does takes none of it. */
async function passUntil(clock: StillClock, work: Promise<void>) {
	let over = false;
	const end = work.finally(() => {
		over = true;
	});
	const last = clock.now() + 120 * MINUTE;
	while (!over && clock.now() < last) {
		await diskAtRest();
		await clock.advanceTo(Math.min(clock.next ?? last, clock.now() + SECOND));
	}
	await end;
}
