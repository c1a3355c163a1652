import { describe, expect, test } from "vitest";
import { channel } from "../../../src/network/channel.ts";
import { listenTcp } from "../../../src/transport/tcp.ts";
import { Shell } from "../../support/command-line.ts";
import { tcpModems } from "../../support/tcp-modem.ts";

const bench = tcpModems();
const patient = 30_000;
/** Where ports and refused PINs are remembered. */
const shared = new Shell();

function send(
	args: readonly string[],
	url: string,
	variables: Readonly<Record<string, string>> = {},
) {
	const shell = new Shell();
	const own = { TMPDIR: shared.folder, ...variables };
	return shell.runBesides(["send", ...args, "--modem", url], own);
}

/** The same for some that are to go on at the same time. */
function sendInProcess(args: readonly string[], url: string) {
	const typed = ["send", ...args, "--modem", url];
	return new Shell().start(typed, { TMPDIR: shared.folder }).ended;
}

test(
	"exits 0 when the phone has it, with or without quotes around the text",
	async () => {
		const { url, texts } = await bench();
		for (const text of [["Come home"], ["Come", "home"]])
			expect(await send(["+15550101", ...text], url)).toEqual({
				status: 0,
				stdout: "+15550101: delivered\n",
				stderr: "",
			});
		expect(texts).toEqual(["Come home", "Come home"]);
	},
	patient,
);

test(
	"without a report it is content when the network takes every part",
	async () => {
		const { url } = await bench();
		const args = ["+15550102", "x".repeat(161), "--no-report"];
		expect(await send(args, url)).toEqual({
			status: 0,
			stdout: "+15550102: accepted by the network in 2 SMS\n",
			stderr: "",
		});
	},
	patient,
);

test(
	"--validity goes with the SMS; what is no validity is wrong usage",
	async () => {
		const { url } = await bench();
		const args = ["+15550101", "Hello", "--validity"];
		expect(await send([...args, "7m"], url)).toMatchObject({ status: 0 });
		expect(await send([...args, "soon"], url)).toEqual({
			status: 1,
			stdout: "",
			stderr:
				"alarmpanel: --validity: soon is no validity; write 15m or 2h\nalarmpanel send --help says more\n",
		});
	},
	patient,
);

test(
	"several numbers: one that did not get it makes it 3, and says why",
	async () => {
		const { url } = await bench();
		const both = ["+15550101,+15550102", "Hello"];
		expect(await send(both, url)).toEqual({
			status: 3,
			stdout: "+15550101: delivered\n",
			stderr:
				"alarmpanel: +15550102: sent, but not delivered: not obtainable; check the number; the country code belongs in front\n",
		});
		const { status, stdout } = await send([...both, "--json"], url);
		expect([status, JSON.parse(stdout)]).toEqual([
			3,
			{
				ok: false,
				results: [
					{
						to: "+15550101",
						accepted: true,
						delivered: true,
						references: [3],
						doubtful: false,
						reason: null,
						advice: null,
					},
					{
						to: "+15550102",
						accepted: true,
						delivered: false,
						references: [4],
						doubtful: false,
						reason: "sent, but not delivered: not obtainable",
						advice: "check the number; the country code belongs in front",
					},
				],
			},
		]);
	},
	patient,
);

test(
	"what the network refuses is told with what to do about it",
	async () => {
		const effect = { kind: "refusal", cms: 8 } as const;
		const { url } = await bench({
			through: channel([{ to: "+15550101", effect }]),
		});
		expect(await send(["+15550101", "Hello"], url)).toEqual({
			status: 3,
			stdout: "",
			stderr:
				"alarmpanel: +15550101: not sent: AT+CMGS=16: the modem answered +CMS ERROR: 8 (operator determined barring); ask the network whether the SIM is active, paid and may send SMS\n",
		});
	},
	patient,
);

test(
	"a report, a network and an answer that do not come are given up in time",
	async () => {
		const losing = await bench({
			through: channel([{ to: "+15550101", effect: { kind: "loss" } }]),
		});
		const searching = await bench();
		searching.modem.equipment.coverage = 2;
		const silent = await listenTcp();
		// At the same time: each waits for seconds.
		const brief = ["+15550101", "Hello", "--timeout", "3s"];
		const ended = await Promise.all([
			sendInProcess(brief, losing.url),
			sendInProcess(brief, searching.url),
			sendInProcess(["+15550101", "Hello"], silent.name),
		]);
		await silent.close();
		const told = [
			"+15550101: sent, but no delivery report within 3 s; the phone may be off, or have no coverage; --no-report does not wait for one",
			"+15550101: not sent: no network within 3 s: not registered, searching; move the antenna; modem info shows signal and registration",
			"AT: no answer within 2 s; check cable, power and that the port is this modem's; a USB modem may need its mode switched",
		];
		expect(ended).toEqual(
			told.map((reason) => ({
				status: 3,
				stdout: "",
				stderr: `alarmpanel: ${reason}\n`,
			})),
		);
	},
	patient,
);

test(
	"class, cut, text mode, service centre and storage reach the modem",
	async () => {
		const { url, modem, texts, received } = await bench();
		const run = (...args: string[]) => send(["+15550101", ...args], url);
		await run("Look", "--class", "0");
		expect(received.map(({ dcs }) => dcs)).toEqual([0x10]);
		await run("abcdefgh", "--cut", "3", "--text-mode");
		expect(texts).toEqual(["Look", "abc", "def", "gh"]);
		await run("Hello", "--smsc", "+15550008", "--storage", "SM");
		expect(modem.equipment.serviceCentre).toBe("+15550008");
		expect(modem.equipment.preferred.receive).toBe("SM");
	},
	patient,
);

test(
	"what lies in the modem stays there, unread",
	async () => {
		const { url, modem, text } = await bench();
		text("for somebody else");
		expect((await send(["+15550101", "Hello"], url)).status).toBe(0);
		const states = modem.equipment.stores.SM.entries().map(
			([, { state }]) => state,
		);
		expect(states).toEqual(["REC UNREAD"]);
	},
	patient,
);

describe("a SIM that is locked", () => {
	test(
		"is opened with the PIN, which the environment may hold",
		async () => {
			const { url } = await bench({ sim: { pin: "4321" } });
			expect(
				await send(["+15550101", "Hello"], url, { ALARMPANEL_PIN: "4321" }),
			).toMatchObject({ status: 0, stderr: "" });
		},
		patient,
	);

	test(
		"takes a wrong PIN once",
		async () => {
			const { url, modem } = await bench({ sim: { pin: "4321" } });
			expect(await send(["+15550101", "Hello", "--pin", "1234"], url)).toEqual({
				status: 3,
				stdout: "",
				stderr:
					"alarmpanel: the SIM refused the PIN; it is not tried again; correct the PIN and start again: three wrong ones block the SIM\n",
			});
			const again = await send(["+15550101", "Hello", "--pin", "1234"], url);
			expect(again.stderr).toMatch(
				/^alarmpanel: the SIM refused this PIN before \(\S+\); it is not tried again; correct the PIN; if the SIM is another one now, delete \S+ and \S+\n$/,
			);
			expect(modem.equipment.sim.pinTries).toBe(2);
		},
		patient,
	);

	test(
		"asks for one where none is given",
		async () => {
			const { url } = await bench({ sim: { pin: "4321" } });
			expect(await send(["+15550101", "Hello"], url)).toEqual({
				status: 3,
				stdout: "",
				stderr:
					"alarmpanel: the SIM asks for its PIN and none is set; set the PIN in the modem's settings, or switch it off in a phone; here: --pin or ALARMPANEL_PIN\n",
			});
		},
		patient,
	);
});

test(
	"a modem without a SIM and one that the network refuses say so",
	async () => {
		const empty = await bench({ sim: { inserted: false } });
		expect((await send(["+15550101", "Hello"], empty.url)).stderr).toBe(
			"alarmpanel: AT+CPIN?: the modem answered +CME ERROR: 10 (SIM not inserted); insert a SIM card, the right way round\n",
		);
		const { url, modem } = await bench();
		modem.equipment.coverage = 3;
		expect((await send(["+15550101", "Hello"], url)).stderr).toBe(
			"alarmpanel: +15550101: not sent: no network: registration denied; the network refuses the SIM: ask whether it is active, and whether 2G is still there\n",
		);
	},
	patient,
);

test("a place where nobody listens is told at once", async () => {
	const listener = await listenTcp();
	await listener.close();
	expect(await send(["+15550101", "Hello"], listener.name)).toEqual({
		status: 3,
		stdout: "",
		stderr: `alarmpanel: ${listener.name}: nothing listens there; start the modem's program, or check the port\n`,
	});
});

test("virtual: sends to itself, for trying", () => {
	const args = ["send", "+15550100", "Hello", "--modem", "virtual:"];
	expect(new Shell().run(args)).toEqual({
		status: 0,
		stdout: "+15550100: delivered\n",
		stderr: "",
	});
});

test.each([
	[["+15550101", "Hello"], "which modem? --modem serial:///dev/ttyUSB0"],
	[["mum", "Hello"], '"mum" is no number: "m" cannot be dialled'],
	[["+1555 0101", "Hello"], "a space cannot be dialled"],
	[["+15550101,+15550101", "Hello"], "it names a number twice"],
	[["+15550101", "Hi", "--cut", "1"], "--cut: a whole number"],
	[["+15550101", "Hi", "--pin", "12"], "--pin: four to eight digits"],
	[
		["+15550101", "Hi", "--init", "ATE0", "--init", "foo"],
		"--init: foo is no AT command; write it as AT^CURC=0",
	],
	[["+15550101", "Hi", "--timeout", "soon"], "--timeout: soon is no time"],
	[["+15550101", "Hi", "--modem", "/dev/ttyS0"], "write serial:///dev/ttyS0"],
	[["+15550101", "Hi", "--modem", "tcp://x:0"], "port 0 is for those"],
])("%j is wrong usage", (args, message) => {
	const given = args.includes("--modem") || message.startsWith("which");
	const modem = given ? [] : ["--modem", "virtual:"];
	const ended = new Shell().run(["send", ...args, ...modem]);
	expect([ended.status, ended.stdout]).toEqual([1, ""]);
	expect(ended.stderr).toContain(message);
});

test("a variable for the modem disturbs no other verb", async () => {
	const variables = { ALARMPANEL_MODEM: "virtual:", ALARMPANEL_PIN: "1234" };
	const { status } = await new Shell().start(["grammar"], variables).ended;
	expect(status).toBe(0);
});
