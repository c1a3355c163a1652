import {
	chmod,
	mkdir,
	readdir,
	readFile,
	readlink,
	stat,
	symlink,
	writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configSchema } from "../../src/derive/config-schema.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { lowdbStore } from "../../src/store/lowdb-store.ts";
import { temporaryFolder } from "../support/folder.ts";

const schema = configSchema(mz8);
const handWritten =
	'{"model": "mz-8", "schemaVersion": 1, "$schema": "./s.json"}';

test("what the file says of the modem is kept by saves, and changed by an edit that is accepted", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const saying = (hourly: number) =>
		`{"model":"mz-8","schemaVersion":1,"modem":{"autoErase":true,"hourly":${hourly}}}`;
	await writeFile(file, saying(10));
	const store = lowdbStore(file, schema);
	const state = await store.load();
	expect(Object.keys(state)).not.toContain("modem");
	const modem = async () => JSON.parse(await readFile(file, "utf8")).modem;
	await store.save(state);
	expect(await modem()).toEqual({ autoErase: true, hourly: 10 });
	await writeFile(file, saying(20));
	const edit = await store.edited();
	edit?.accept();
	await store.save(state);
	expect(await modem()).toEqual({ autoErase: true, hourly: 20 });
});

test("a saved file is made for people to read", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await writeFile(file, handWritten);
	const store = lowdbStore(file, schema);
	const state = await store.load();
	// Keys in another order, as they come out of programming.
	await store.save({
		...state,
		users: [{ latch: true, pin: "0042", id: 1, name: "JOHN" }],
	});
	expect(await readFile(file, "utf8")).toBe(`{
	"$schema": "./s.json",
	"schemaVersion": 1,
	"model": "mz-8",
	"credentials": {
		"keyword": "PROG",
		"installerCode": "7982",
		"accessCodes": [
			{"id":1,"code":"1111"}
		]
	},
	"users": [
		{"id":1,"name":"JOHN","pin":"0042","latch":true}
	],
	"zones": [],
	"timers": {
		"exitAway": 30,
		"exitHome": 30,
		"entry1": 20,
		"entry2": 20,
		"siren": 3,
		"entryHome1": 20,
		"entryHome2": 20,
		"crossZoneTime": 0,
		"mainsReport": 5,
		"faultKeypad": 10,
		"faultSms": 180
	},
	"options": {
		"armFault": "confirm",
		"tamperAlarm": "away",
		"finalDoor": false,
		"chime": false,
		"jamDetection": false,
		"swinger": 3,
		"setUnset": "open-disarms",
		"restart": "climax",
		"timeZone": "UTC",
		"keypadGuard": 3,
		"smsGuard": 0
	},
	"schedules": [],
	"reporting": {
		"destinations": [],
		"groups": [],
		"checkIn": 0,
		"checkInOffset": 1,
		"codes": "climax"
	},
	"remote": {
		"enabled": true,
		"people": [],
		"country": "",
		"language": "en",
		"minimumDelay": 0,
		"oldestSms": 15,
		"recordUnknown": false,
		"helpLine": false,
		"installer": "listed",
		"confirmation": [],
		"aliases": [],
		"creditCode": "",
		"scriptSecret": "",
		"scripts": [],
		"questions": []
	},
	"stored": {
		"network": {
			"apn": "Internet",
			"apnUser": "",
			"apnPassword": ""
		}
	},
	"runtime": {
		"mode": "disarm",
		"into": null,
		"home": 1,
		"armedBy": null,
		"entry": null,
		"alarms": [],
		"memory": [],
		"siren": false,
		"crossing": null,
		"open": [],
		"changed": [],
		"leftOut": [],
		"trips": [],
		"troubles": [],
		"temporary": "unused",
		"armAt": null,
		"cutAt": null,
		"deadlines": [],
		"outbox": [],
		"reports": 0,
		"failing": [],
		"log": [],
		"creditFor": [],
		"outgoing": [],
		"notices": [],
		"beginnings": [],
		"lastRemote": null,
		"guard": {
			"seen": [],
			"heard": [],
			"wrongCodes": [],
			"keypad": null,
			"mqtt": null,
			"armFault": null,
			"pending": [],
			"usedCodes": [],
			"unknown": [],
			"courtesies": [],
			"strangers": [],
			"spentAt": null,
			"tests": []
		}
	}
}
`);
});

test("loading writes nothing", async () => {
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	await writeFile(file, handWritten);
	await lowdbStore(file, schema).load();
	expect(await readFile(file, "utf8")).toBe(handWritten);
	expect(await readdir(folder)).toEqual(["panel-config.json"]);
});

test("the file is for its owner only, whatever it was before", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await writeFile(file, handWritten);
	await chmod(file, 0o644);
	const store = lowdbStore(file, schema);
	await store.save(await store.load());
	expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("a linked file stays a link, and its target is written", async () => {
	const folder = await temporaryFolder();
	await mkdir(join(folder, "safe"));
	const target = join(folder, "safe", "panel.json");
	const file = join(folder, "panel-config.json");
	await writeFile(target, handWritten);
	await symlink("safe/panel.json", file);
	const store = lowdbStore(file, schema);
	const state = await store.load();
	await store.save({ ...state, timers: { ...state.timers, siren: 7 } });
	expect(await readlink(file)).toBe("safe/panel.json");
	expect((await lowdbStore(target, schema).load()).timers.siren).toBe(7);
	expect(await readdir(join(folder, "safe"))).toEqual(["panel.json"]);
});

test("a file that was not understood cannot be saved over", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await writeFile(file, handWritten.replace("mz-8", "mz-9"));
	const store = lowdbStore(file, schema);
	await expect(store.load()).rejects.toThrow("panel-config.json: model: mz-8");
	const other = join(await temporaryFolder(), "panel-config.json");
	await writeFile(other, handWritten);
	const state = await lowdbStore(other, schema).load();
	await expect(store.save(state)).rejects.toThrow(
		"the store has not been loaded",
	);
	expect(await readFile(file, "utf8")).toBe(
		handWritten.replace("mz-8", "mz-9"),
	);
});

test("closing waits for what is being saved", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await writeFile(file, handWritten);
	const store = lowdbStore(file, schema);
	const state = await store.load();
	const saves = [30, 31, 32].map((exitAway) =>
		store.save({ ...state, timers: { ...state.timers, exitAway } }),
	);
	await store.close();
	expect((await lowdbStore(file, schema).load()).timers.exitAway).toBe(32);
	await Promise.all(saves);
	await expect(store.save(state)).rejects.toThrow("the store is closed");
});
