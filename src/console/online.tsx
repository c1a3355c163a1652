import "./look.css";
import "./online.css";
import { render } from "preact";
import { apiLink } from "./api-link.ts";
import { deskOverHttp } from "./message/desk-over-http.ts";
import { OnlinePage } from "./online-page.tsx";
import { keepFocus } from "./shell/kept-focus.ts";
import { takeToken } from "./token-in-address.ts";

/** The page of a server: the panels are there, and the page only shows them. */
const place = document.querySelector<HTMLElement>("#page");
if (place !== null) {
	keepFocus(place);
	const link = apiLink(takeToken());
	render(<OnlinePage link={link} desk={deskOverHttp(link.ask)} />, place);
}
