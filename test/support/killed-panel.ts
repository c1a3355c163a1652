/** Runs a conversation with a panel that is killed at a given step; another one goes on from what was saved. */
import { setImmediate as turn } from "node:timers/promises";
import { type Doing, isDoing } from "../../src/conversation/conversation.ts";
import { senderOf } from "../../src/conversation/replies.ts";
import { beginningOf } from "../../src/conversation/timeline.ts";
import {
	configSchema,
	SCHEMA_VERSION,
} from "../../src/derive/config-schema.ts";
import { type Panel, startPanel } from "../../src/device/panel.ts";
import type { MailRoom } from "../../src/firmware/mail-room.ts";
import type { Outgoing } from "../../src/firmware/outbox/next.ts";
import type { Model } from "../../src/models/model.ts";
import { DEFAULT_NUMBER } from "../../src/network/default-numbers.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { nextDeadline } from "../../src/panel/transition.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import type { IncomingSms } from "../../src/sms/mailbox.ts";
import { parseDocument, rawDocument } from "../../src/store/document.ts";
import { documentText } from "../../src/store/document-text.ts";
import {
	type VirtualClock,
	virtualClock,
} from "../../src/time/virtual-clock.ts";
import { arrivals } from "../../src/transport/arrivals.ts";
import type { LoadedConversation } from "./corpus.ts";
import { type Killable, killable } from "./killable.ts";

/** What a conversation does at an instant. */
export interface TimedStep {
	/** Position in the conversation's steps. */
	readonly step: number;
	readonly doing: Doing;
	/** When, in milliseconds since 1970. */
	readonly now: number;
}

/** What is there when everything that a happening caused is done. */
export interface RunResult {
	readonly state: PanelState;
	/** What the network took from the panel, in order. */
	readonly sent: readonly Outgoing[];
	/** Where it could have died, in order. */
	readonly steps: readonly KillPoint[];
}

/** A write begins, it is durable; a text is handed over, the network has it. */
export type KillPoint = "write" | "written" | "send" | "sent";

/** What a conversation does, with its instants. */
export function timedStepsOf({
	located,
}: LoadedConversation): readonly TimedStep[] {
	const { steps } = located.conversation;
	let now = beginningOf(steps);
	return steps.flatMap((doing, step) => {
		if (!isDoing(doing)) return [];
		if (doing.type === "wait") now += doing.milliseconds;
		if (doing.type === "at") now = doing.instant;
		return [{ step, doing, now }];
	});
}

/** The text of a state's file: the same for equal states. */
export function fileOf(model: Model, state: PanelState): string {
	return schemaOf(model).print({ schemaVersion: SCHEMA_VERSION, ...state });
}

/** The state that a file holds. */
export function loaded(model: Model, text: string): PanelState {
	const raw = rawDocument("panel-config.json", text);
	const { form } = schemaOf(model);
	const { $schema, schemaVersion, ...state } = parseDocument(raw, form);
	return state;
}

interface Schema {
	readonly form: ReturnType<typeof configSchema>;
	readonly print: ReturnType<typeof documentText>;
}

const schemas = new Map<Model, Schema>();

function schemaOf(model: Model): Schema {
	const form = schemas.get(model)?.form ?? configSchema(model);
	const schema = schemas.get(model) ?? { form, print: documentText(form) };
	schemas.set(model, schema);
	return schema;
}

/** The same, with a halt at each deadline that a state has before the last of them. */
export function nextStop(
	state: PanelState,
	before: number,
	happening: TimedStep,
): TimedStep {
	const due = nextDeadline(state);
	return due === null || due <= before || due >= happening.now
		? happening
		: { ...happening, now: due };
}

/**
 * Starts a panel from the text of a state and lets things happen to it. When
 * it dies on the way, another one is started from what was durable; a text that
 * was not forgotten comes again, and what happened at the panel and was not
 * durable happens again: the door still stands open.
 *
 * @param before the instant of what happened before
 * @param diesAt the step, counted from 1, that it does not live to take
 */
export async function runWithKill(
	model: Model,
	state: PanelState,
	before: number,
	happenings: readonly TimedStep[],
	diesAt = Number.POSITIVE_INFINITY,
): Promise<RunResult> {
	const clock = virtualClock(before);
	const sent: Outgoing[] = [];
	let durable = state;
	let writes = 0;
	const steps: KillPoint[] = [];
	/** What the network holds for the panel. */
	const held: Omit<IncomingSms, "forget">[] = [];

	const live = async () => {
		const { body, death } = mortalWith(() => steps.length === diesAt);
		const take = (step: KillPoint) => {
			if (!body.dead) steps.push(step);
			return body.step();
		};
		const found = loaded(model, fileOf(model, durable));
		const incoming = arrivals<IncomingSms>();
		const bring = (mail: (typeof held)[number]) =>
			incoming.push({
				...mail,
				async forget() {
					held.splice(held.indexOf(mail), 1);
				},
			});
		const life = await Promise.race([death, begin()]);
		return { life, body, death, bring };

		async function begin() {
			const panel = await startPanel({
				model,
				number: DEFAULT_NUMBER,
				hourly: Number.POSITIVE_INFINITY,
				clock: mortalClock(clock, body, death),
				store: {
					load: async () => found,
					async save(next) {
						await take("write");
						durable = next;
						writes += 1;
						await take("written");
					},
					async close() {},
				},
				onTrouble(error) {
					throw error;
				},
			});
			const mailRoom: MailRoom = panel.serve(
				{
					incoming,
					async send(to, text) {
						await take("send");
						sent.push({ to, text });
						await take("sent");
						return { sent: true, references: [] };
					},
				},
				(event) => {
					if (event.type === "trouble") throw event.error;
				},
			);
			for (const mail of [...held]) bring(mail);
			await turn();
			return {
				panel,
				async end() {
					incoming.end();
					await mailRoom.close();
					await panel.close();
				},
			};
		}
	};

	/** Goes on with a new one as long as the old one is dead. */
	let alive = await live();
	const settled = async () => {
		await turn();
		while (alive.body.dead) {
			alive = await live();
			await turn();
		}
	};
	const happened = async (work: (panel: Panel) => Promise<unknown>) => {
		const { life, death } = alive;
		if (life !== null) await Promise.race([death, work(life.panel)]);
		await settled();
	};

	const happens = async ({ doing, now, step }: TimedStep) => {
		switch (doing.type) {
			case "sms": {
				// A mailbox would keep it until there is power; a replay has none.
				if (durable.runtime.cutAt !== null) {
					const sms = { from: senderOf(doing), text: doing.text };
					return happened((panel) => panel.text(sms));
				}
				const mail = {
					from: senderOf(doing),
					named: false,
					text: doing.text,
					sentAt: now,
					// No two texts are the same to the network.
					reference: step,
				};
				held.push(mail);
				alive.bring(mail);
				return settled();
			}
			case "event": {
				const read = readTypedEvent(doing.text);
				if (!read.ok) throw new Error(read.fault.message);
				const { event } = read;
				const already = writes;
				const lives = alive;
				await happened((panel) => panel.happens(event));
				if (lives !== alive && writes === already)
					await happened((panel) => panel.happens(event));
				return;
			}
			case "wait":
			case "at":
				for (;;) {
					const due = nextDeadline(durable) ?? now;
					const halt = Math.min(Math.max(due, clock.now()), now);
					const was = durable;
					await happened(() => clock.advanceTo(halt));
					if (halt === now && durable === was) return;
				}
		}
	};

	await settled();
	for (const happening of happenings) await happens(happening);
	await alive.life?.end();
	if (held.length > 0) throw new Error("a text was not taken");
	return { state: durable, sent, steps };
}

function mortalWith(isLast: () => boolean): {
	readonly body: Killable;
	readonly death: Promise<null>;
} {
	let died = (_: null) => {};
	const death = new Promise<null>((resolve) => {
		died = resolve;
	});
	const body = killable(isLast);
	body.hold(() => died(null));
	return { body, death };
}

/** A clock that wakes no dead, and waits for none that dies on being woken. */
function mortalClock(
	clock: VirtualClock,
	body: Killable,
	death: Promise<unknown>,
): Pick<VirtualClock, "now" | "at"> {
	return {
		now: () => clock.now(),
		at: (instant, wake) =>
			clock.at(instant, async () => {
				if (!body.dead) await Promise.race([death, wake()]);
			}),
	};
}
