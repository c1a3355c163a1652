import { randomBytes } from "node:crypto";
import type { PanelState } from "../panel/state/state.ts";
import type { Clock } from "../time/clock.ts";
import type { OpenBroker } from "./broker/broker.ts";
import type { MqttSettings } from "./settings.ts";
import { stateMessages } from "./state/state-messages.ts";
import { nothingTold } from "./state/told-facts.ts";
import { topicsOf } from "./topics.ts";

/** What came of making a broker forget a panel. */
export type Forgotten =
	/** Nothing of the panel's lies on these topics any more. */
	| { readonly type: "done"; readonly topics: readonly string[] }
	/** The broker cannot be reached, or does not let the panel in. */
	| { readonly type: "unreachable"; readonly reason: string }
	/** It does not let the panel publish there: what lies there is still there. */
	| { readonly type: "forbidden"; readonly topics: readonly string[] }
	/** Whether it has taken everything is not known: nothing came back. */
	| { readonly type: "unheard"; readonly topic: string };

/**
 * Clears what a panel left at a broker: its discovery message, its states and
 * whether it is there. What the broker shows the panel below its own topics is
 * cleared too, as of a zone that was removed; commands of others are left. A message
 * to itself says that all before it was taken: a broker does one after the other.
 *
 * @param open a session of the panel's own name, so that one which still lingers ends
 *   before, and not afterwards with its will
 * @param patience milliseconds until it gives up
 */
export async function forgetAtBroker(
	open: OpenBroker,
	{
		settings,
		state,
	}: { readonly settings: MqttSettings; readonly state: PanelState },
	clock: Clock,
	patience: number,
): Promise<Forgotten> {
	const topics = topicsOf(settings);
	const { selfTest, all } = topics.command;
	const isCommand = (topic: string) => topic.startsWith(all.slice(0, -1));
	const [looked, cleared] = [nonce(), nonce()];
	// A currency, whichever (XXX is none, ISO 4217), makes it tell the credit, which an
	// earlier setting may have told.
	const told = stateMessages(state, nothingTold, {
		...settings,
		currency: settings.currency ?? "XXX",
	});
	const { discovery, availability } = topics;
	const known = new Set([discovery, ...told.keys(), availability]);
	const forbidden = new Set<string>();
	let isLetIn = false;
	const { promise, resolve } = deferred<Forgotten>();
	const nothing = { topic: availability, payload: "" };
	const broker = open({
		clientId: `alarmpanel-${settings.id}`,
		will: nothing,
		events: {
			onConnected() {
				isLetIn = true;
				broker.subscribe([`${topics.root}/#`, all], true);
				broker.publish(selfTest, looked, false);
			},
			onMessage({ topic, payload, retain }) {
				const text = Buffer.from(payload).toString();
				if (topic !== selfTest) {
					if (retain && text !== "" && !isCommand(topic)) known.add(topic);
				} else if (text === looked) {
					for (const each of known) broker.publish(each, "", true);
					broker.publish(selfTest, cleared, false);
				} else if (text === cleared)
					resolve(
						forbidden.size > 0
							? { type: "forbidden", topics: [...forbidden] }
							: { type: "done", topics: [...known] },
					);
			},
			onNews(news) {
				if (news.type === "unreachable" || news.type === "lost")
					resolve({ type: "unreachable", reason: news.reason });
				if (news.type !== "forbidden") return;
				forbidden.add(news.topic);
				// Nothing comes back from there.
				if (news.topic === selfTest)
					resolve({ type: "forbidden", topics: [...forbidden] });
			},
			onGone: () => {},
		},
	});
	const cancel = clock.at(clock.now() + patience, () =>
		resolve(
			isLetIn
				? { type: "unheard", topic: selfTest }
				: { type: "unreachable", reason: "the broker does not answer" },
		),
	);
	const forgotten = await promise;
	cancel();
	await broker.close(nothing);
	return forgotten;
}

function nonce(): string {
	return randomBytes(8).toString("hex");
}

function deferred<T>() {
	let resolve: (value: T) => void = () => {};
	const promise = new Promise<T>((settle) => {
		resolve = settle;
	});
	return { promise, resolve };
}
