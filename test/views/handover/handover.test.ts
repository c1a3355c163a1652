import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSecret } from "../../../src/derive/secrets.ts";
import { modelNamed, modelNames } from "../../../src/models/models.ts";
import { forRealPanel } from "../../../src/plan/messages/plan-rules.ts";
import { pathOfSetting, type Site } from "../../../src/plan/site/site.ts";
import { handoverOf } from "../../../src/views/handover/handover.ts";
import {
	handoverPage,
	readers,
} from "../../../src/views/handover/handover-page.ts";
import { modeMessages } from "../../../src/views/handover/mode-messages.ts";
import type { handoverWords } from "../../../src/views/handover/words/languages.ts";
import { plannedFrom, siteOfText } from "../../support/planned.ts";
import { aRenewalOf } from "../../support/sites.ts";

const house = siteOfText(
	`model: vst-2752
number: "+15550100"
users:
  1: { name: ANNA, pin: "\${ANNA_PIN}" }
  3: { absent: true }
zones:
  1: { rfId: "0123456701", name: Front door, attribute: entry }
  2: { type: 3, name: "Hall <b>", attribute: home-omit }
timers: { exitAway: 45 }
reporting:
  destinations:
    1: { url: "sms://+15550177", level: alarm }
    2: { url: "gsm://1234@+15550188/CID" }
`,
	{ ANNA_PIN: "4711" },
);

/** From an unknown panel, of which only one setting was read back. */
const handover = handoverOf(
	plannedFrom(house, forRealPanel([], []), null),
	new Map([["zones.1.name", { how: "read", at: "2026-11-30" }]]),
);

test("what papers say of a site has no secret, and says how each setting is known", () => {
	const { messages, items, ...rest } = handover;
	expect(rest).toEqual({
		model: "vst-2752",
		title: "Climax VST-2745 and VST-2752",
		number: "+15550100",
		code: "installer-code",
		reacts: true,
		homeModes: ["home-1"],
		zones: [
			{
				number: 1,
				name: "Front door",
				type: null,
				rfId: "0123456701",
				attribute: "entry",
			},
			{
				number: 2,
				name: "Hall <b>",
				type: "3",
				rfId: null,
				attribute: "home-omit",
			},
		],
		users: [{ number: 1, name: "ANNA" }],
		told: [
			{ number: 1, to: "+15550177", by: "text", level: "alarm" },
			{ number: 2, to: "+15550188", by: "receiver", level: null },
		],
		delays: { exitAway: 45, exitHome: null, entry: null },
	});
	expect(
		items.map(
			({ path, value, how, at, byHand }) =>
				`${path} = ${value}: ${how}, ${at}, ${byHand}`,
		),
	).toEqual([
		"users.1.name = ANNA: assumed, null, null",
		"users.1.pin = ****: assumed, null, null",
		"zones.1.rfId = 0123456701: assumed, null, null",
		"zones.1.attribute = entry: assumed, null, null",
		"zones.1.name = Front door: read, 2026-11-30, null",
		"zones.2.type = 3: assumed, null, no-message",
		"zones.2.attribute = home-omit: assumed, null, null",
		"zones.2.name = Hall <b>: assumed, null, null",
		"timers.exitAway = 45: assumed, null, provenance",
		"reporting.destinations.1.url = sms://+15550177: assumed, null, unnamed",
		"reporting.destinations.1.level = alarm: assumed, null, unnamed",
		"reporting.destinations.2.url = gsm://****@+15550188/CID: assumed, null, unnamed",
		"users.3 = null: assumed, null, unknown",
	]);
	expect(messages).toEqual(modeMessages(house.model));
});

test("the customer's paper, line by line", () => {
	expect(linesOf(handoverPage(handover, paper("customer", "en")))).toEqual([
		"Your alarm system",
		"Site | north",
		"Panel | Climax VST-2745 and VST-2752",
		"Phone number of the panel | +15550100",
		"Printed on | 2026-11-30",
		"At the keypad",
		"When everybody leaves: shut doors and windows.",
		"Type your own PIN and choose away.",
		"Leave within 45 seconds.",
		"When somebody stays: type your PIN and choose home.",
		"When you come back: use the entry door.",
		"Type your PIN and choose disarm before the entry delay ends.",
		"The manual of your keypad says what its keys are called.",
		"By SMS",
		"Send one of these messages to +15550100:",
		"arm away | [P-Word] [installer code] MODE:A",
		"arm home | [P-Word] [installer code] MODE:H",
		"disarm | [P-Word] [installer code] MODE:D",
		"ask for the mode | [P-Word] [installer code] MOD?:",
		"The framed words stand for secrets. Write them into the message only, not on this paper. These messages need the installer code. Who knows it can change the whole panel: your installer says whether you get it. A panel that does not know you does not answer. Look at the keypad if no answer comes.",
		"What is watched",
		"Zone | Name | Armed away | Armed home | Disarmed",
		"1 | Front door | time to disarm | time to disarm | chime",
		"2 | Hall &#60;b&#62; | alarm: burglar | no alarm, noted | –",
		"Who has a PIN",
		"1 ANNA",
		"No PIN stands on this paper. Each person keeps their own.",
		"Who is told",
		"+15550177: text message, alarms only",
		"+15550188: alarm receiving centre",
		"Walk test",
		"Tell the receiving centre before you begin. Tick each zone that the panel shows.",
		"Zone | Name | What to do | shown | Remark",
		"1 | Front door | set it off once |  |",
		"2 | Hall &#60;b&#62; | walk through the room |  |",
		"This paper holds no PIN and no code. It is no certificate of any standard.",
	]);
});

test("the installer's record, line by line, in French", () => {
	expect(linesOf(handoverPage(handover, paper("installer", "fr")))).toEqual([
		"Dossier d&#39;installation",
		"Site | north",
		"Centrale | Climax VST-2745 and VST-2752",
		"Numéro de téléphone de la centrale | +15550100",
		"Imprimé le | 2026-11-30",
		"Appareils",
		"Zone | Nom | Type | Identifiant radio | Attribut",
		"1 | Front door |  | 0123456701 | entry",
		"2 | Hall &#60;b&#62; | détecteur de mouvement |  | home-omit",
		"Réglages",
		"Réglage | Valeur | Comment connu",
		"users.1.name | ANNA | supposé",
		"users.1.pin | **** | supposé",
		"zones.1.rfId | 0123456701 | supposé",
		"zones.1.attribute | entry | supposé",
		"zones.1.name | Front door | lu, 2026-11-30",
		"zones.2.type | 3 | supposé",
		"zones.2.attribute | home-omit | supposé",
		"zones.2.name | Hall &#60;b&#62; | supposé",
		"timers.exitAway | 45 | supposé",
		"reporting.destinations.1.url | sms://+15550177 | supposé",
		"reporting.destinations.1.level | alarm | supposé",
		"reporting.destinations.2.url | gsm://****@+15550188/CID | supposé",
		"users.3 | retiré | supposé",
		"lu : la centrale a été interrogée et l&#39;a dit. confirmé : la centrale a répondu OK au message. supposé : personne ne l&#39;a vérifié. Les secrets sont masqués.",
		"À faire à la main",
		"zones.2.type | 3 | aucun message ne le fait |  fait",
		"timers.exitAway | 45 | aucune notice de ce fabricant n&#39;imprime le message |  fait",
		"reporting.destinations.1.url | sms://+15550177 | le site ne dit pas ce que le message demande |  fait",
		"reporting.destinations.1.level | alarm | le site ne dit pas ce que le message demande |  fait",
		"reporting.destinations.2.url | gsm://****@+15550188/CID | le site ne dit pas ce que le message demande |  fait",
		"users.3 | retiré | l&#39;état de la centrale n&#39;est pas connu |  fait",
		"Essai de passage",
		"Prévenez le centre de télésurveillance avant de commencer. Cochez chaque zone que la centrale montre.",
		"Zone | Nom | Ce qu&#39;il faut faire | montrée | Remarque",
		"1 | Front door | déclencher une fois |  |",
		"2 | Hall &#60;b&#62; | traverser la pièce |  |",
		"Résultats des essais",
		"Essai | Résultat | Date",
		"secteur coupé : la centrale tient sur sa batterie |  |",
		"la sirène sonne et s&#39;arrête |  |",
		"le code de ANNA désarme |  |",
		"le rapport arrive à +15550177 |  |",
		"le rapport arrive à +15550188 |  |",
		"SMS : armer totalement |  |",
		"SMS : armer partiellement |  |",
		"SMS : désarmer |  |",
		"SMS : demander le mode |  |",
		"Remise",
		"Installateur",
		"Nom",
		"Date",
		"Signature",
		"Client",
		"Nom",
		"Date",
		"Signature",
		"Ce dossier n&#39;est pas un certificat. Il ne dit pas que le système respecte l&#39;EN 50131 ou une autre norme.",
	]);
});

test("the code that calls for help in secret is on no customer's paper", () => {
	const mz8 = siteOfText(
		'model: mz-8\nusers: { 2: { name: BEN }, 98: { name: ZORRO, pin: "4713" } }',
	);
	const { users, items, ...rest } = handoverOf(
		plannedFrom(mz8, forRealPanel([], [])),
	);
	expect(users.map(({ number }) => number)).toEqual([1, 2]);
	expect(items.map(({ path }) => path)).toContain("users.98.name");
	const page = handoverPage({ users, items, ...rest }, paper("customer", "en"));
	expect(page).not.toMatch(/98|ZORRO/);
});

test("each model's own messages, and none where no manual prints one", () => {
	const said = modelNames.map((name) => {
		const model = modelNamed(name);
		const messages = model === undefined ? [] : modeMessages(model);
		return [
			name,
			...messages.map(
				({ mode, pieces }) =>
					`${mode}: ${pieces.map((piece) => (piece.is === "text" ? piece.text : `[${piece.is}]`)).join("")}`,
			),
		].join("; ");
	});
	expect(said.filter((line) => !line.startsWith("vst"))).toContain(
		"cr200; away: [keyword] [code] MODE:A; home-1: [keyword] [code] MODE:H; disarm: [keyword] [code] MODE:D; asked: [keyword] [code] MOD?:",
	);
	expect(said).toContain("mobile-mates");
	expect(said).toContain(
		"eanmay; away: #PWD[code]#arm; home-1: #PWD[code]#home; disarm: #PWD[code]#disarm; asked: #PWD[code]#check",
	);
	expect(said).toContain(
		"watchguard-2010; away: [code]ARM; disarm: [code]DISARM; asked: [code]STATUS",
	);
});

describe("laws", () => {
	test.each(["vst-2752", "cr200", "mobile-mates"])(
		"a paper of a %s is the same whatever its secrets are",
		(name) => {
			const model = modelNamed(name);
			if (model === undefined) throw new Error(name);
			fc.assert(
				fc.property(
					aRenewalOf(model, 12),
					fc.constantFrom(...readers),
					fc.constantFrom("en" as const, "fr" as const, "es" as const),
					({ site }, reader, language) => {
						const plan = plannedFrom(site, forRealPanel([], []), null);
						const page = (of: Site) =>
							handoverPage(
								handoverOf({ ...plan, site: of }),
								paper(reader, language),
							);
						expect(page(withOtherSecrets(site))).toBe(page(site));
					},
				),
				{ numRuns: 20 },
			);
		},
	);

	test("no text of a site becomes markup, and nothing is loaded or run", () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom(..."<>&\"'`/ab=\n\u202e\u0000é"),
					maxLength: 30,
				}),
				fc.constantFrom(...readers),
				(name, reader) => {
					const page = handoverPage(
						{
							...handover,
							zones: [{ ...handover.zones[0], name } as never],
							users: [{ number: 1, name }],
							told: [{ number: 1, to: name, by: "text", level: name }],
							items: [
								{
									path: name,
									value: name,
									how: "read",
									at: name,
									byHand: null,
								},
							],
							title: name,
						},
						{ ...paper(reader, "en"), site: name },
					);
					const plain = page.replace(/<style>[^<]*<\/style>/, "");
					const tags = new Set(
						[...plain.matchAll(/<\/?([^\s>]*)/g)].map(([, tag]) => tag),
					);
					expect([...tags].filter((tag) => !known.includes(tag ?? ""))).toEqual(
						[],
					);
					expect(page).not.toMatch(/<script|https?:|src=|url\(/);
				},
			),
		);
	});
});

// Helpers

const known =
	"!doctype html head meta title style body header h1 dl dt dd main section h2 h3 ul li p small code i table thead tbody tr th td span div footer".split(
		" ",
	);

function paper(
	reader: (typeof readers)[number],
	language: keyof typeof handoverWords,
) {
	return { for: reader, language, site: "north", day: "2026-11-30" };
}

function withOtherSecrets(site: Site): Site {
	return {
		...site,
		settings: site.settings.map((setting) =>
			isSecret(pathOfSetting(setting))
				? { ...setting, value: "not the secret" }
				: setting,
		),
	};
}

/** The text of a page: cells with a bar between them, frames as brackets. */
function linesOf(page: string): readonly string[] {
	const [, body = ""] = page.split("<body>");
	return body
		.replaceAll("\n", "")
		.replaceAll(/<i>([^<]*)<\/i>/g, "[$1]")
		.replaceAll(/<\/dt><dd>|<\/(?:th|td)>(?=<(?:th|td)[ >])/g, " | ")
		.split(/<\/?(?:h1|h2|h3|p|li|dd|tr|div|header|main|section|footer)\b[^>]*>/)
		.map((line) => line.replaceAll(/<[^>]*>/g, "").trim())
		.filter((line) => line !== "");
}
