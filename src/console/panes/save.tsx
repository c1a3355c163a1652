import { useSignal, useSignalEffect } from "@preact/signals";
import { valueText } from "../../conversation/write-transcript.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { isAbsent, type PageRecord } from "../page-panel.ts";
import type { ConsoleStore } from "../store/console-store.ts";
import "./save.css";

/** What a saved conversation can claim besides the steps. */
interface Claims {
	readonly replies: boolean;
	readonly mode: boolean;
	readonly siren: boolean;
}

/** All that was done, as a conversation that `replay` runs. */
export function SavePane({ store }: { readonly store: ConsoleStore }) {
	const record = useSignal<PageRecord | null>(null);
	const claims = useSignal<Claims>({ replies: true, mode: true, siren: true });
	const said = useSignal("");
	useSignalEffect(() => {
		// Each activity makes the record longer.
		store.activities.value;
		void store.panel.record().then(
			(kept) => {
				record.value = kept;
			},
			() => {
				record.value = null;
			},
		);
	});
	if (record.value === null)
		return <p class="nothing">This panel keeps no record.</p>;
	const { transcript, config } = record.value;
	const text = withClaims(transcript, claims.value, store.shown.value.state);
	const copy = () =>
		navigator.clipboard.writeText(text).then(
			() => {
				said.value = "copied";
			},
			() => {
				said.value = "the browser does not let the page copy; select the text";
			},
		);
	return (
		<div class="save">
			<fieldset>
				<legend>What it claims</legend>
				{(["replies", "mode", "siren"] as const).map((name) => (
					<label key={name}>
						<input
							type="checkbox"
							checked={claims.value[name]}
							onChange={({ currentTarget: { checked } }) => {
								claims.value = { ...claims.value, [name]: checked };
							}}
						/>{" "}
						{name}
					</label>
				))}
				<button type="button" onClick={() => void copy()}>
					Copy
				</button>
				<Download name="page.smst" text={text}>
					Download
				</Download>
				{config === null || isAbsent(config) ? null : (
					<Download
						name={/^config (.*)$/m.exec(text)?.[1] ?? ""}
						text={JSON.stringify(config, null, "\t")}
					>
						The panel's file beside it
					</Download>
				)}
				<span role="status">{said.value}</span>
			</fieldset>
			{config !== null && isAbsent(config) ? <p>{config.why}</p> : null}
			<textarea
				class="message"
				readOnly
				aria-label="Conversation"
				value={text}
				rows={Math.min(24, text.split("\n").length)}
			/>
		</div>
	);
}

function Download({
	name,
	text,
	children,
}: {
	readonly name: string;
	readonly text: string;
	readonly children: string;
}) {
	return (
		<a
			class="button"
			download={name}
			href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
		>
			{children}
		</a>
	);
}

/** A transcript with the claims that are wanted; each reply stands on a line that begins with `<`. */
function withClaims(
	transcript: string,
	{ replies, mode, siren }: Claims,
	{ runtime }: PanelState,
): string {
	const lines = transcript.split("\n").filter((line) => line !== "");
	return [
		...lines.filter((line) => replies || !line.startsWith("<")),
		...(mode ? [`? runtime.mode ${valueText(runtime.mode)}`] : []),
		...(siren ? [`? runtime.siren ${valueText(runtime.siren)}`] : []),
		"",
	].join("\n");
}
