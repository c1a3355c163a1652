/** The account of a destination stands in nothing that is told of a panel, unless secrets are shown. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { argumentsJson, masked, maskedAt } from "../../src/derive/secrets.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { changes } from "../../src/panel/state/changes.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { Mask } from "../../src/replay/report/mask.ts";
import { checkMessage } from "../../src/views/check-message.ts";
import { checkJson } from "../../src/views/check-report.ts";
import { programmedText, statusJson } from "../../src/views/status-text.ts";
import { aHouse } from "../support/house.ts";
import { panelWithPeople } from "../support/panel-with-people.ts";
import { NOON } from "../support/texting.ts";
import { watchedParts } from "../support/watched-panel.ts";

/** Letters that no word, number or hash of ours has by chance, as far as the form allows. */
const account = fc
	.array(fc.constantFrom("B", "C", "D", "F"), { minLength: 4, maxLength: 4 })
	.map((letters) => letters.join(""));
const address = fc.constantFrom(
	...["ip://ACCT@192.0.2.7:7000/CID", "ip://ACCT@host.example:1/SIA2/UDP"],
	...["gsm://ACCT@+15550188", "gsm://ACCT@0155501", "x-y://ACCT@h"],
);

const before: PanelState = { ...panelWithPeople, ...watchedParts };

/** A panel that reports there, and one that does not yet. */
function reportingTo(url: string): PanelState {
	const destinations = before.reporting.destinations.map((each) => ({
		...each,
		url,
	}));
	return { ...before, reporting: { ...before.reporting, destinations } };
}

test("in no view of a panel", () => {
	fc.assert(
		fc.property(account, address, (acct, form) => {
			const url = form.replace("ACCT", acct);
			const state = reportingTo(url);
			const mask = new Mask(vst2752, [state]);
			const text = `PROG 7982 RPEX:1,1,0,${url}`;
			const command = vst2752.commands.get("RPEX");
			if (command === undefined) throw new Error("RPEX");
			const report = checkMessage({ model: vst2752, state, file: null }, text);
			const told = [
				...["reporting", "reporting.destinations", "reporting.groups"],
				...["reporting.destinations.1", "reporting.destinations.1.url"],
			].map((path) => {
				const parts = path.split(".");
				const value = parts.reduce<unknown>(
					(thing, part) =>
						Array.isArray(thing)
							? thing.find(({ id }) => `${id}` === part)
							: Object(thing)[part],
					state,
				);
				return [maskedAt(path, value), mask.value(path, value)];
			});
			const all = JSON.stringify([
				told,
				maskedAt("", state),
				changes(before, state).map((each) => masked(each, false)),
				changes(state, before).map((each) => masked(each, false)),
				argumentsJson(command, { number: 1, url }, false),
				programmedText(vst2752, state, 200, false),
				statusJson(vst2752, state, { now: NOON, showSecrets: false }),
				mask.text(`to ${url}`),
				mask.message(text),
				mask.message(`Send to ${url} please`),
				checkJson(report, false),
			]);
			expect(all).not.toContain(acct);
			expect(all).toContain("://****@");
			expect(JSON.stringify(checkJson(report, true))).toContain(acct);
		}),
	);
});

test("in no answer of the API of the panel in the house", async () => {
	await fc.assert(
		fc.asyncProperty(account, async (acct) => {
			const state = reportingTo(`gsm://${acct}@+15550188`);
			const house = await aHouse({ state, allowControl: true });
			await house.happens("battery low");
			await house.pass(1000);
			const at = "/v1/panels/house";
			const texted = await house.post(`${at}/texts`, {
				text: `PROG 7982 RPEX:1,1,0,ip://${acct}@192.0.2.7:7000/CID`,
			});
			const answers = await Promise.all([
				texted.text(),
				...[
					...["status", "state", "log", "activity?state=yes"],
					"phones/+15550188/messages",
				].map(async (path) => await (await house.get(`${at}/${path}`)).text()),
				(await house.get("/metrics")).text(),
				(await house.get("/readyz")).text(),
			]);
			await house.close();
			expect(answers.join("\n")).not.toContain(acct);
			expect(answers[0]).toContain("ip://****@192.0.2.7:7000/CID");
			expect(answers[4]).toContain("**** 18 1");
			expect(answers[5]).toContain("**** 18 1");
		}),
		{ numRuns: 5 },
	);
});
