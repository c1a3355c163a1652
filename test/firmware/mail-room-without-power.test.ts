import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { PanelStore } from "../../src/store/panel-store.ts";
import { onAir, SET_PIN } from "../support/mail-room-on-air.ts";
import { fresh, NOON, PHONE } from "../support/texting.ts";

test("a text that comes while there is no power waits, and is carried out when it is back", async () => {
	const { box, close, state, happens } = await onAir();
	await happens("power cut");
	const done = box.bring(SET_PIN);
	await setImmediate();
	expect(box.happened).toEqual([]);
	expect(state().users[0]?.pin).toBe("1234");
	await happens("power restore");
	await done;
	await close();
	expect(box.happened.toSorted()).toEqual([
		`forgot ${SET_PIN}`,
		`sent ${PHONE} USRS:OK`,
	]);
	expect(state().users[0]?.pin).toBe("4321");
});

test("a text that came just after the power went waits too", async () => {
	const disk = memoryStore(fresh(vst2752));
	const slow: PanelStore = {
		...disk,
		async save(state) {
			await setImmediate();
			await disk.save(state);
		},
	};
	const { box, close, state, happens } = await onAir({ store: slow });
	// It waits for its turn while the cut is being written.
	const cut = happens("power cut");
	const done = box.bring(SET_PIN);
	await cut;
	expect(box.happened).toEqual([]);
	expect(state().runtime.cutAt).toBe(NOON);
	await happens("power restore");
	await done;
	await close();
	expect(box.happened.toSorted()).toEqual([
		`forgot ${SET_PIN}`,
		`sent ${PHONE} USRS:OK`,
	]);
});

test("a mail room that closes without power forgets no text", async () => {
	const { box, close, state, happens } = await onAir();
	await happens("power cut");
	void box.bring(SET_PIN);
	void box.bring("PROG 7982 ECHO:", { sentAt: NOON + 1 });
	await setImmediate();
	await close();
	expect(box.happened).toEqual([]);
	expect(state().users[0]?.pin).toBe("1234");
});

test("an answer that did not go out before the power went goes out when it is back", async () => {
	const state = fresh(vst2752);
	const outgoing = [{ id: 3, to: PHONE, text: "USRS:OK" }];
	const runtime = { ...state.runtime, outgoing, cutAt: NOON };
	const { box, close, happens } = await onAir({ state: { ...state, runtime } });
	await setImmediate();
	expect(box.happened).toEqual([]);
	await happens("power restore");
	await close();
	expect(box.happened).toEqual([`sent ${PHONE} USRS:OK`]);
});

test("an answer whose sending the power cut broke off goes out as soon as it is back", async () => {
	const { box, close, happens } = await onAir();
	const permitted: (boolean | undefined)[] = [];
	const { send } = box;
	box.send = async (to, text, options) => {
		if (permitted.length === 0) await happens("power cut");
		permitted.push(options?.mayGo?.());
		return send(to, text);
	};
	box.outcomes.push({ sent: false, reason: "no network", retry: true });
	await box.bring("PROG 7982 ECHO:");
	await setImmediate();
	await setImmediate();
	expect(box.happened).toEqual([
		"forgot PROG 7982 ECHO:",
		`could not send ${PHONE} ECHO:OK`,
	]);
	await happens("power restore");
	await close();
	expect(box.happened.slice(2)).toEqual([`sent ${PHONE} ECHO:OK`]);
	expect(permitted).toEqual([false, true]);
});
