import { useSignal } from "@preact/signals";
import type { TroubleName } from "../../panel/state/troubles.ts";
import { troubleWords } from "../../views/words/event-words.ts";
import { isAbsent } from "../page-panel.ts";
import type { ConsoleStore } from "../store/console-store.ts";
import { Reports } from "./reports.tsx";
import "./faults.css";

/** What can be out of order at the panel, with the steps that begin and end it. */
const panelTroubles: readonly {
	readonly name: TroubleName;
	readonly begin: string;
	readonly end: string;
}[] = [
	{ name: "mains", begin: "mains fail", end: "mains restore" },
	{ name: "battery-low", begin: "battery low", end: "battery good" },
	{ name: "battery-missing", begin: "battery missing", end: "battery present" },
	{ name: "panel-tamper", begin: "panel tamper", end: "panel tamper restore" },
	{ name: "jam", begin: "jam on", end: "jam off" },
	{ name: "gsm", begin: "gsm lost", end: "gsm found" },
	{ name: "sim", begin: "sim missing", end: "sim present" },
	{ name: "receiver", begin: "receiver lost", end: "receiver found" },
];

/** Troubles of the panel, its power, and what the network does to texts. */
export function FaultsPane({ store }: { readonly store: ConsoleStore }) {
	const { isPast } = store.shown.value;
	const { power, troubles } = store.status.value;
	const isOn = (name: TroubleName) =>
		troubles.some((each) => each.name === name && each.zone === 0);
	if (!store.panel.isOpen)
		return (
			<div class="faults">
				<FaultList
					faults={[
						...troubles
							.filter(({ zone }) => zone === 0)
							.map(({ name }) => troubleWords[name]),
						...(power ? [] : ["power cut"]),
					]}
				/>
				<ChannelRules store={store} />
			</div>
		);
	return (
		<div class="faults">
			<fieldset disabled={isPast}>
				<legend>Panel</legend>
				{panelTroubles.map(({ name, begin, end }) => (
					<button
						key={name}
						type="button"
						role="switch"
						aria-checked={isOn(name)}
						onClick={() => void store.step(isOn(name) ? end : begin)}
					>
						{troubleWords[name]}
					</button>
				))}
				<button
					type="button"
					role="switch"
					aria-checked={!power}
					onClick={() => void store.step(power ? "power cut" : "power restore")}
				>
					power cut
				</button>
			</fieldset>
			<Reports store={store} />
			<ChannelRules store={store} />
		</div>
	);
}

/** What is out of order at a panel that is for reading. */
function FaultList({ faults }: { readonly faults: readonly string[] }) {
	if (faults.length === 0)
		return <p class="nothing">Nothing of the panel is out of order.</p>;
	return (
		<ul aria-label="Panel">
			{faults.map((fault) => (
				<li key={fault}>
					<span aria-hidden="true">⚠</span> {fault}
				</li>
			))}
		</ul>
	);
}

/** Rules that are offered, in words. */
const offers = [
	{ rule: "loss 10%", says: "lose 10 % of the texts" },
	{ rule: "delay 30s", says: "every text takes 30 s" },
	{ rule: "duplicate 5s", says: "every text comes twice, 5 s apart" },
	{ rule: "cms 38 1x", says: "refuse the next text with CMS ERROR 38" },
	{
		rule: "no-registration 1m 1x",
		says: "take a phone off the network for a minute",
	},
] as const;

function ChannelRules({ store }: { readonly store: ConsoleStore }) {
	const { channel } = store.panel;
	const rule = useSignal("");
	if (isAbsent(channel)) return <p class="nothing">{channel.why}</p>;
	const add = async (text: string) => {
		const added = await store.attempt(() => channel.add(text).then(() => true));
		if (added) rule.value = "";
	};
	const { isPast } = store.shown.value;
	return (
		<fieldset disabled={isPast}>
			<legend>Network</legend>
			<ul class="rules" aria-label="Rules that hold">
				{channel.rules.value.map((text, at) => (
					<li key={at}>
						<code>{text}</code>
					</li>
				))}
			</ul>
			{channel.rules.value.length === 0 ? (
				<p>Every text comes through at once.</p>
			) : null}
			<form
				class="rule"
				onSubmit={(event) => {
					event.preventDefault();
					void add(rule.value);
				}}
			>
				<input
					aria-label="Rule of the network"
					class="message"
					placeholder="loss 10% from +15550100"
					value={rule.value}
					onInput={(event) => {
						rule.value = event.currentTarget.value;
					}}
				/>
				<button type="submit" disabled={rule.value === ""}>
					Add
				</button>
			</form>
			<div class="offers">
				{offers.map(({ rule: text, says }) => (
					<button key={text} type="button" onClick={() => void add(text)}>
						{says}
					</button>
				))}
			</div>
		</fieldset>
	);
}
