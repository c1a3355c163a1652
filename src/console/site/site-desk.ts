import type { Language } from "../../panel/state/remote-access.ts";
import type { Reader } from "../../views/handover/handover-page.ts";
import type { PlanAnswer } from "../../views/sites/asked-plan.ts";

/** What a panel is to be, as it is planned on a page. */
export interface SiteQuestion {
	/** YAML or JSON. */
	readonly site: string;
	/** Name of the model where the site does not say one. */
	readonly model: string;
	/** What stands for the references in the site; kept nowhere. */
	readonly secrets: Readonly<Record<string, string>>;
	/** What the panel has now; `panel` is the one that the page shows. */
	readonly from: "unknown" | "factory" | "panel";
	readonly to: "panel" | "simulator";
	/** What lets messages in at an unknown panel; "" for the factory's. */
	readonly keyword: string;
	readonly code: string;
}

/** A plan, and its messages as they are sent. */
export interface PlanOnPage extends PlanAnswer {
	readonly ok: true;
	readonly texts: readonly string[];
}

/** Why there is no plan. */
export interface SiteRefusal {
	readonly ok: false;
	/** At least one. */
	readonly faults: readonly {
		/** `users.1.pin`; "" for the whole. */
		readonly path: string;
		/** `3:15: 4 digits, this has 5`, the line and the column first. */
		readonly message: string;
	}[];
}

/** A paper of a hand-over, as it is asked for. */
export interface WantedPaper {
	readonly for: Reader;
	readonly language: Language;
	/** What the site is called; "" for nothing. */
	readonly name: string;
	/** In ISO 8601. */
	readonly day: string;
}

/**
 * What can be asked about a site. One implementation plans in the page, the other asks
 * the server. Nothing that is asked is kept.
 */
export interface SiteDesk {
	/** Whether the panel that the page shows can be planned from. */
	readonly knowsPanel: boolean;
	plan(question: SiteQuestion): Promise<PlanOnPage | SiteRefusal>;
	/**
	 * A page for A4, as HTML.
	 * @throws Error where the site is wrong
	 */
	paper(question: SiteQuestion, wanted: WantedPaper): Promise<string>;
}
