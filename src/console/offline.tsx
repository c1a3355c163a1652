import "./look.css";
import "./message/message.css";
import "./offline.css";
import { render } from "preact";
import { CheckPane } from "./message/check-pane.tsx";
import { deskInPage } from "./message/desk-in-page.ts";
import { MessageDraft } from "./message/message-draft.ts";

/** The page that opens from a file: everything is in it, and nothing leaves it. */
async function start(place: Element): Promise<void> {
	const draft = new MessageDraft(deskInPage, await deskInPage.models());
	render(
		<main class="offline">
			<h1>alarmpanel</h1>
			<CheckPane draft={draft} />
		</main>,
		place,
	);
}

const place = document.querySelector("#page");
if (place !== null) void start(place);
