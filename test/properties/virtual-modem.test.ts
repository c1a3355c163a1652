import fc from "fast-check";
import { expect, test } from "vitest";
import { virtualNetwork } from "../../src/network/network.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { modemCommands } from "../../src/virtual-modem/commands.ts";
import { equipment } from "../../src/virtual-modem/equipment/equipment.ts";
import { Session } from "../../src/virtual-modem/session/session.ts";

/** A session that is fed by hand; what it says is collected. */
function sessionByHand() {
	const clock = virtualClock(Date.UTC(2026, 0, 1));
	const network = virtualNetwork({ clock });
	let said = "";
	const talk = new Session(
		equipment({ clock, line: network.line("+15550101") }, () => {}),
		modemCommands,
		(text) => {
			said += text;
		},
	);
	return { talk, clock, said: () => said };
}

const names = Object.keys(modemCommands);
const finalResults = /\r\n(OK|ERROR|\+CM[ES] ERROR: [^\r\n]+)\r\n/g;

const value = fc.oneof(
	fc.constantFrom(
		"0",
		"1",
		"2",
		"4",
		"16",
		"",
		'"SM"',
		'"ME"',
		'"ALL"',
		'"UCS2"',
		'"GSM"',
		"+15550101",
		'"+15550101",145',
		"999999",
		"-1",
	),
	fc
		.string({ maxLength: 12, unit: "grapheme-ascii" })
		.map((text) => text.replace(/[;\r\n]/g, "")),
);
const long = fc
	.tuple(
		fc.constantFrom(...names.filter((name) => /^[+^]/.test(name)), "+NONE"),
		fc.constantFrom("", "?", "=?", "="),
		fc.array(value, { maxLength: 5 }),
	)
	.map(([name, sign, values]) =>
		sign === "=" ? `${name}=${values.join(",")}` : name + sign,
	);
// Without those that change how answers look.
const short = fc
	.tuple(
		fc.constantFrom(...names.filter((name) => /^&?[A-PR-UW-Z]$/.test(name))),
		fc.constantFrom("", "0", "1", "9"),
	)
	.map(([name, digit]) => name + digit);
const command = fc.oneof({ weight: 5, arbitrary: long }, short);
const commandLine = fc
	.array(command, { maxLength: 4 })
	.map((commands) => `AT${commands.join(";")}\r`);
const typed = fc.oneof(
	{ weight: 5, arbitrary: commandLine },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			"\x1a",
			"\x1b",
			"0001000891515510000005E8329BFD06\x1a",
			"hello\x1a",
			"\r",
			"A/",
		),
	},
	{
		weight: 2,
		arbitrary: fc
			.uint8Array({ maxLength: 40 })
			.map((bytes) => Buffer.from(bytes).toString("latin1")),
	},
);

test("any bytes are taken without a throw, and afterwards the modem answers", () => {
	fc.assert(
		fc.property(fc.array(typed, { maxLength: 20 }), (inputs) => {
			const { talk, said } = sessionByHand();
			for (const input of inputs) talk.take(input);
			// Out of any prompt, to known settings, and then a question.
			talk.take("\x1b\rATQ0V1E0\r");
			const before = said().length;
			talk.take("AT+GCAP\r");
			expect(said().slice(before)).toBe("\r\n+GCAP: +CGSM\r\n\r\nOK\r\n");
		}),
		{ numRuns: 300 },
	);
});

test("every whole command line is answered with one final result, or a prompt that ends in one", () => {
	fc.assert(
		fc.property(commandLine, fc.constantFrom("\x1a", "\x1b"), (line, end) => {
			const { talk, said } = sessionByHand();
			talk.take("ATE0\r");
			const before = said().length;
			talk.take(line);
			if (said().endsWith("\r\n> ")) talk.take(`hello${end}`);
			const answer = said().slice(before);
			expect(answer.match(finalResults)).toHaveLength(1);
			expect(answer).toMatch(/\r\n[^\r\n]+\r\n$/);
			const after = said().length;
			// The line may have switched the echo on.
			talk.take("\r");
			expect(["", "\r"]).toContain(said().slice(after));
		}),
		{ numRuns: 500 },
	);
});

test("how the input is cut into pieces changes nothing", () => {
	fc.assert(
		fc.property(
			fc.array(typed, { maxLength: 12 }),
			fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
			(inputs, lengths) => {
				const whole = sessionByHand();
				const cut = sessionByHand();
				const input = inputs.join("");
				whole.talk.take(input);
				for (let at = 0; at < input.length; ) {
					const length = lengths.next().value;
					cut.talk.take(input.slice(at, at + length));
					at += length;
				}
				expect(cut.said()).toBe(whole.said());
				expect(cut.talk.settings).toEqual(whole.talk.settings);
			},
		),
		{ numRuns: 300 },
	);
});
