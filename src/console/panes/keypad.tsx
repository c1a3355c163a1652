import { useSignal } from "@preact/signals";
import type { DeadlineKind } from "../../panel/state/runtime.ts";
import { describeOutcome } from "../../views/describe-outcome.ts";
import { heardLines, keypadDisplay } from "../../views/panel/keypad-display.ts";
import { Pane } from "../elements/pane.tsx";
import type { ConsoleStore } from "../store/console-store.ts";
import "./keypad.css";

type ModeKey = "away" | "home" | "disarm";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** What a key of the keyboard does when the pane has the focus. */
const modeKeys: ReadonlyMap<string, ModeKey> = new Map([
	["a", "away"],
	["h", "home"],
	["d", "disarm"],
]);

/** A code is four digits. */
const LONGEST_CODE = 4;

/** The keypad at the door: its display, its lights and its keys. */
export function KeypadPane({ store }: { readonly store: ConsoleStore }) {
	const code = useSignal("");
	const said = useSignal("");
	const { state, isPast } = store.shown.value;
	const status = store.status.value;
	const { lines, lights } = keypadDisplay(state, status);
	const heard = heardLines(state, status);
	const typed = code.value === "" ? lines[1] : "*".repeat(code.value.length);
	const press = (digit: string) => {
		said.value = "";
		code.value = (code.value + digit).slice(-LONGEST_CODE);
	};
	const clear = () => {
		said.value = "";
		code.value = "";
	};
	const choose = async (mode: ModeKey) => {
		if (isPast) return;
		if (code.value === "") {
			said.value = "type a code first, then A, H or D";
			return;
		}
		const stepped = await store.step(`keypad ${code.value} ${mode}`);
		code.value = "";
		said.value = stepped === null ? "" : describeOutcome(stepped, state);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (!store.panel.isOpen || event.ctrlKey || event.metaKey || event.altKey)
			return;
		const mode = modeKeys.get(event.key.toLowerCase());
		if (/^\d$/.test(event.key)) press(event.key);
		else if (mode !== undefined) void choose(mode);
		else if (event.key === "Escape") clear();
		else if (event.key === "Backspace") code.value = code.value.slice(0, -1);
		else return;
		event.preventDefault();
	};
	const key = (digit: string) => (
		<button key={digit} type="button" onClick={() => press(digit)}>
			{digit}
		</button>
	);
	const modeKey = (mode: ModeKey, letter: string) => (
		<button
			key={mode}
			type="button"
			class="mode"
			onClick={() => void choose(mode)}
		>
			{letter} <small>{mode}</small>
		</button>
	);
	return (
		<Pane name="keypad" title="Keypad">
			{/* biome-ignore lint/a11y/noStaticElementInteractions: its keys are buttons; this takes the keyboard's own */}
			<div onKeyDown={onKeyDown}>
				<div class="display" aria-hidden="true">
					<span>{lines[0]}</span>
					<span>{typed}</span>
				</div>
				<output class="unseen" aria-label="Display">
					{heard[0]}. {code.value === "" ? heard[1] : typed}
				</output>
				<ul class="lights" aria-label="Lights">
					<Light name="power" isOn={lights.power} glyph="●" />
					<Light name="fault" isOn={lights.fault} glyph="⚠" />
					<Light name="armed" isOn={lights.armed} glyph="◐" />
					<Light name="alarm" isOn={lights.alarm} glyph="◉" />
				</ul>
				{store.panel.isOpen ? (
					<fieldset class="keys" aria-label="Keys" disabled={isPast}>
						{digits.slice(0, 3).map(key)}
						{modeKey("away", "A")}
						{digits.slice(3, 6).map(key)}
						{modeKey("home", "H")}
						{digits.slice(6, 9).map(key)}
						{modeKey("disarm", "D")}
						<span />
						{key("0")}
						<span />
						<button type="button" class="mode" onClick={clear}>
							<span aria-hidden="true">✕</span> <small>clear</small>
						</button>
					</fieldset>
				) : null}
				<p class="said" role="status">
					{said.value === "" ? standing(store) : said.value}
				</p>
			</div>
		</Pane>
	);
}

/** Kinds of what a person at the keypad waits for. */
const awaited: ReadonlySet<string> = new Set<DeadlineKind>([
	"exit",
	"entry",
	"siren",
]);

/** Says that the time stands still while somebody waits for it to pass. */
function standing(store: ConsoleStore) {
	const { clock, speed, setSpeed } = store.panel;
	const isStill =
		clock.kind === "virtual" && setSpeed !== null && speed.value === 0;
	const { timers } = store.status.value;
	const isAwaited = timers.some(({ kind }) => awaited.has(kind));
	if (!isStill || store.shown.value.isPast || !isAwaited) return null;
	return <span class="waiting">Time stands still; ×1 lets it run.</span>;
}

/** A light is told apart by its place, its glyph and its word, not by colour alone. */
function Light({
	name,
	isOn,
	glyph,
}: {
	readonly name: "power" | "fault" | "armed" | "alarm";
	readonly isOn: boolean;
	readonly glyph: string;
}) {
	return (
		<li class={`light ${name}${isOn ? " on" : ""}`}>
			<span aria-hidden="true">{isOn ? glyph : "○"}</span> {name}
			<span class="unseen">{isOn ? " on" : " off"}</span>
		</li>
	);
}
