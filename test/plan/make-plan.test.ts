import { expect, test } from "vitest";
import type { PanelState } from "../../src/panel/state/state.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import {
	allowances,
	forRealPanel,
	forSimulator,
} from "../../src/plan/messages/plan-rules.ts";
import { shownText } from "../../src/plan/shown-text.ts";
import { factoryOf, plannedFrom, siteOfText } from "../support/planned.ts";

const simulator = forSimulator([]);
const real = forRealPanel([], []);

function textsOf(
	text: string,
	rules = simulator,
	change = {},
): readonly string[] {
	const site = siteOfText(text);
	const state: PanelState = { ...factoryOf(site), ...change };
	return plannedFrom(site, rules, state).messages.map(({ text: sent }) => sent);
}

const users = [
	{ id: 1, name: "ANNA", pin: "1111", latch: true },
	{ id: 2, name: "BEN", pin: "2222", latch: true },
	{ id: 3, name: "CLEO", pin: "3333", latch: true },
];

test("who gets another's PIN waits until that one has given it up", () => {
	const site =
		'users: { 1: { pin: "2222" }, 2: { pin: "3333" }, 3: { pin: "4444" } }';
	expect(textsOf(site, simulator, { users })).toEqual([
		"PROG 7982 USRS:3,4444",
		"PROG 7982 USRS:2,3333",
		"PROG 7982 USRS:1,2222",
	]);
});

test("where PINs go round, one is another for a while", () => {
	const site = siteOfText('users: { 1: { pin: "2222" }, 2: { pin: "1111" } }');
	const plan = makePlan(
		site,
		{ state: { ...factoryOf(site), users } },
		simulator,
	);
	expect(plan.messages.map(({ forAWhile }) => forAWhile)).toEqual([
		true,
		false,
		false,
	]);
	const [first] = plan.messages;
	expect(first === undefined ? "" : shownText(plan, first)).toBe(
		`PROG 7982 USRS:2,\${users.2.pin for a while}`,
	);
	expect(plan.messages.slice(1).map(({ text }) => text)).toEqual([
		"PROG 7982 USRS:1,2222",
		"PROG 7982 USRS:2,1111",
	]);
});

test("a user who gets the installer's code waits for the credentials, which else are last", () => {
	const site =
		'users: { 2: { pin: "7982" } }\ntimers: { siren: 5 }\ncredentials: { keyword: HOUSE, installerCode: "3141" }';
	expect(textsOf(site)).toEqual([
		"PROG 7982 TIMR:,,,,5",
		"PROG 7982 PWRD:HOUSE,3141",
		"HOUSE 3141 USRS:2,7982",
	]);
});

test("on a CR200 the PIN that lets messages in is last, and each access word of a pendant by itself", () => {
	expect(
		textsOf('model: cr200\nusers: { 1: { pin: "4711" }, 2: { pin: "2222" } }'),
	).toEqual(["PROG 1234 PINU:2,2222", "PROG 1234 PINU:1,4711"]);
	expect(
		textsOf(
			'model: mobile-mates\ncredentials: { keyword: IPOG, accessCodes: { 1: { code: "22" } } }',
		),
	).toEqual(["KEYWD:PROG,1111,IPOG", "ACCES:IPOG,1111,1,22"]);
});

test("a new destination comes before the old one goes", () => {
	const site =
		"reporting: { destinations: { 1: { absent: true }, 2: { url: sms://+15550177, group: 1, level: all } } }";
	const destinations = [
		{ id: 1, url: "sms://+15550166", group: 1, level: "all", carrier: "" },
	];
	const { reporting } = factoryOf(siteOfText(site));
	const change = { reporting: { ...reporting, destinations } };
	expect(textsOf(site, simulator, change)).toEqual([
		"PROG 7982 RPEX:2,1,0,sms://+15550177",
		"PROG 7982 RPEX:1,,,",
	]);
});

test("for a real panel a value is sent in place of a blank that no manual explains", () => {
	const site = "users: { 2: { latch: false } }";
	expect(textsOf(site, simulator, { users })).toEqual([
		"PROG 7982 USRS:2,,BEN,0",
	]);
	expect(textsOf(site, real, { users })).toEqual([
		"PROG 7982 USRS:2,2222,BEN,0",
	]);
	const unknown = plannedFrom(siteOfText(site), real, null);
	expect(unknown.messages).toEqual([]);
	expect(unknown.elsewhere).toEqual([
		{
			path: "users.2.latch",
			wanted: false,
			code: "unnamed",
			why: "USRS has to say user PIN as well",
			where: "in the site: name users.2.pin as well",
		},
	]);
});

test("a user cannot have the code under which the messages are sent, known panel or not", () => {
	const site = siteOfText('users: { 2: { pin: "7982", name: BEN } }');
	const elsewhere = [
		expect.objectContaining({ path: "users.2.name", wanted: "BEN" }),
		{
			path: "users.2.pin",
			wanted: "7982",
			code: "refused",
			why: "user PIN: the installer has this PIN already",
			where: "no two users share a PIN; take another one",
		},
	];
	for (const state of [null, factoryOf(site)])
		expect(plannedFrom(site, simulator, state)).toMatchObject({
			messages: [],
			elsewhere,
		});
});

test("a name is taken away without taking away the user", () => {
	const site = 'users: { 2: { name: "" } }';
	expect(textsOf(site, simulator, { users })).toEqual([
		"PROG 7982 USRS:2,2222,",
	]);
});

test("a real VST-2752 deletes users by the word that a manual prints", () => {
	const site = "users: { 3: { absent: true } }";
	expect(textsOf(site, real, { users })).toEqual(["PROG 7982 USRD:1,3"]);
});

test("a duress code and the last destination are left alone until they are allowed", () => {
	const site = siteOfText(
		"model: mz-8\nusers: { 98: { absent: true } }\nreporting: { destinations: { 1: { absent: true } } }",
	);
	const factory = factoryOf(site);
	const duress = { id: 98, name: "", pin: "9111", latch: true };
	const state: PanelState = {
		...factory,
		users: [...users, duress],
		reporting: {
			...factory.reporting,
			destinations: [
				{ id: 1, url: "sms://+15550166", group: 1, level: "all", carrier: "" },
			],
		},
	};
	const held = makePlan(site, { state }, simulator);
	expect(held.messages).toEqual([]);
	expect(held.elsewhere.map(({ path, where }) => [path, where])).toEqual([
		["users.98", "--allow duress"],
		["reporting.destinations.1", "--allow last-destination"],
	]);
	const free = makePlan(site, { state }, forSimulator(allowances));
	expect(free.messages.map(({ text }) => text)).toEqual([
		"PROG 7982 USRS:1,98,,",
		"PROG 7982 RPEX:1,,,",
	]);
});

test("nothing is taken away from a panel of which nothing is known", () => {
	const site = siteOfText("users: { 3: { absent: true } }");
	const plan = plannedFrom(site, real, null);
	expect(plan.messages).toEqual([]);
	expect(plan.elsewhere.map(({ path, code }) => [path, code])).toEqual([
		["users.3", "unknown"],
	]);
});
