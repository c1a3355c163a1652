import { expect, test } from "vitest";
import { probeModem } from "../../src/modem/probe.ts";
import { readStoredMail } from "../../src/modem/stored-mail.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { deliverPdus } from "../support/deliver-pdus.ts";
import { noon } from "../support/driven-modem.ts";
import { pass, scriptedLine } from "../support/scripted-line.ts";

test("all storages are shown, nothing is deleted, and the modem is left as it was", async () => {
	const [hello] = deliverPdus("hello");
	let storage = "SM";
	const select = (name: string) => () => {
		storage = name;
		return ["+CPMS: 1,20,0,20,0,20", "OK"];
	};
	const line = scriptedLine({
		answers: {
			AT: ["OK"],
			ATE0: ["OK"],
			"AT+CMEE=1": ["OK"],
			"AT+CMGF=0": ["OK"],
			"AT+CPMS?": () => [`+CPMS: "${storage}",1,20,"SM",1,20,"SM",1,20`, "OK"],
			"AT+CPMS=?": ['+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")', "OK"],
			'AT+CPMS="ME","SM","SM"': select("ME"),
			'AT+CPMS="SM","SM","SM"': select("SM"),
			"AT+CMGL=4": () =>
				storage === "SM"
					? [`+CMGL: 4,0,,${hello?.tpduLength}\n${hello?.hex}`, "OK"]
					: ["+CMGL: 1,3,,15\n0011000B911316325476F80000AA0168", "OK"],
		},
	});
	const clock = virtualClock(noon);
	const probe = await probeModem(line, clock);
	if (!probe.ok) throw new Error(probe.reason);
	const { mail, uses } = await readStoredMail(probe.session, clock);
	expect(mail).toEqual([
		{ storage: "ME", index: 1, status: "sent", content: { type: "outgoing" } },
		{
			storage: "SM",
			index: 4,
			status: "unread",
			content: {
				type: "part",
				part: {
					from: "+31612345678",
					named: false,
					text: "hello",
					sentAt: Date.UTC(2026, 10, 20, 11, 59),
					concatenation: null,
				},
			},
		},
	]);
	expect(uses).toEqual([
		{ storage: "ME", used: 1, total: 20 },
		{ storage: "SM", used: 1, total: 20 },
	]);
	expect(storage).toBe("SM");
	expect(line.written.filter((command) => command.includes("CMGD"))).toEqual(
		[],
	);
});

test("a line without a modem is closed, and it is said why", async () => {
	const clock = virtualClock(noon);
	const line = scriptedLine({ answers: { AT: [] } });
	const probing = probeModem(line, clock);
	await pass(clock, 2000);
	expect(await probing).toEqual({
		ok: false,
		reason: "AT: no answer within 2 s",
		advice:
			"check cable, power and that the port is this modem's; a USB modem may need its mode switched",
	});
	await expect(line.write(Uint8Array.of(0x41))).rejects.toThrow("closed");
});
