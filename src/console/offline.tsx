import "./look.css";
import "./message/message.css";
import "./offline.css";
import { render } from "preact";
import { deskInPage } from "./message/desk-in-page.ts";
import { OfflinePage } from "./offline-page.tsx";
import { keepFocus } from "./shell/kept-focus.ts";
import { siteDeskInPage } from "./site/site-desk-in-page.ts";

/** The page that opens from a file: everything is in it, and nothing leaves it. */
async function start(place: HTMLElement): Promise<void> {
	keepFocus(place);
	const models = await deskInPage.models();
	render(
		<OfflinePage desk={deskInPage} sites={siteDeskInPage} models={models} />,
		place,
	);
}

const place = document.querySelector<HTMLElement>("#page");
if (place !== null) void start(place);
