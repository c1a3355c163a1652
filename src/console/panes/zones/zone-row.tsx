import { useSignal } from "@preact/signals";
import { shown } from "../../../../grammar/message/terminal-text.ts";
import type { Zone } from "../../../panel/state/state.ts";
import type { TroubleName } from "../../../panel/state/troubles.ts";
import { troubleWords } from "../../../views/words/event-words.ts";
import type { MessageDesk } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";
import type { ConsoleStore } from "../../store/console-store.ts";

/** What can be out of order at a device, with the steps that begin and end it. */
const deviceTroubles: readonly {
	readonly name: TroubleName;
	readonly begin: string;
	readonly end: string;
}[] = [
	{ name: "tamper", begin: "tamper", end: "tamper restore" },
	{ name: "low-battery", begin: "battery low", end: "battery good" },
	{ name: "supervision", begin: "lost", end: "found" },
];

/** A zone: its door is the switch, and what else can happen to it is behind `⋯`. */
export function ZoneRow({
	zone,
	store,
	desk,
	commands,
	onPoint,
}: {
	readonly zone: Zone;
	readonly store: ConsoleStore;
	readonly desk: MessageDesk;
	readonly commands: CommandList;
	readonly onPoint: () => void;
}) {
	const isExpanded = useSignal(false);
	const { id, attribute } = zone;
	const { isPast } = store.shown.value;
	const { open, bypassed, leftOut, troubles } = store.status.value;
	const isOpen = open.includes(id);
	const name = zone.name === "" ? `zone ${id}` : zone.name;
	const own = troubles.filter((each) => each.zone === id);
	const marks = [
		...own.map((each) => troubleWords[each.name]),
		...(bypassed.includes(id) ? ["bypassed"] : []),
		...(leftOut.includes(id) ? ["left out"] : []),
	];
	const happen = (what: string) => void store.step(`zone ${id} ${what}`);
	const door = (
		<>
			<span aria-hidden="true">{isOpen ? "▯" : "▮"}</span>{" "}
			{isOpen ? "open" : "shut"}
		</>
	);
	const about = (
		<>
			<span class="number">{id}</span>
			<span class="name" dir="auto" title={shown(name)}>
				{shown(name)}
			</span>
			<span class="attribute">{attribute}</span>
		</>
	);
	const signs =
		marks.length === 0 ? null : (
			<span class="marks">
				<span aria-hidden="true">⚠</span> {marks.join(", ")}
			</span>
		);
	if (!store.panel.isOpen)
		return (
			<li class="zone" onMouseEnter={onPoint}>
				{about}
				<span class="door">{door}</span>
				{signs}
			</li>
		);
	return (
		<li class="zone" onMouseEnter={onPoint} onFocusIn={onPoint}>
			{about}
			<button
				type="button"
				role="switch"
				class="door"
				aria-checked={isOpen}
				aria-label={`${shown(name)} open`}
				disabled={isPast}
				onClick={() => happen(isOpen ? "close" : "open")}
			>
				{door}
			</button>
			<button
				type="button"
				class="more"
				aria-label={`More of ${shown(name)}`}
				aria-expanded={isExpanded.value}
				onClick={() => {
					isExpanded.value = !isExpanded.value;
				}}
			>
				<span aria-hidden="true">⋯</span>
			</button>
			{signs}
			{isExpanded.value ? (
				<div class="also">
					<button
						type="button"
						disabled={isPast}
						onClick={() => happen("trip")}
					>
						trip
					</button>
					{deviceTroubles.map(({ name: trouble, begin, end }) => {
						const isOn = own.some((each) => each.name === trouble);
						return (
							<button
								key={trouble}
								type="button"
								aria-pressed={isOn}
								disabled={isPast}
								onClick={() => happen(isOn ? end : begin)}
							>
								{troubleWords[trouble]}
							</button>
						);
					})}
					<BypassButton
						zone={zone}
						store={store}
						desk={desk}
						commands={commands}
					/>
				</div>
			) : null}
		</li>
	);
}

/** Nothing at the house bypasses a zone: a message does, which this writes. */
function BypassButton({
	zone: { id, bypass },
	store,
	desk,
	commands,
}: {
	readonly zone: Zone;
	readonly store: ConsoleStore;
	readonly desk: MessageDesk;
	readonly commands: CommandList;
}) {
	const command = commands.all.value.find(({ parameters }) =>
		parameters.some(({ name }) => name === "bypass"),
	);
	if (command === undefined) return null;
	const write = async () => {
		const composed = await desk.compose({
			model: store.panel.model,
			word: command.word,
			fields: { zone: String(id), bypass: bypass === "none" ? "1" : "0" },
			keyword: "",
			code: "",
		});
		if (composed.ok) store.draft.value = composed.text;
	};
	return (
		<button type="button" onClick={() => void write()}>
			{bypass === "none" ? "write a bypass" : "write the end of the bypass"}
		</button>
	);
}
