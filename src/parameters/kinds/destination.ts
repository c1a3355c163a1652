import { type Kind, Misfit } from "../kind.ts";

/**
 * Where reports go: a URL such as `gsm://1234@0234567890`, or on panels of the
 * Mobile family a bare phone number or host. Printable ASCII without blanks
 * and commas, because that is what a message can carry.
 */
export function destination(max: number): Kind<string> {
	return {
		shape: { type: "destination", max },
		rule: `scheme://account@address or a phone number, at most ${max} characters`,
		read(text) {
			if (text.length > max)
				return new Misfit("length", `this has ${text.length}`);
			if (url.test(text) || number.test(text)) return text;
			return notADestination;
		},
		print: (value) => value,
	};
}

const url = /^[a-z][a-z0-9+.-]*:\/\/[!-+\--~]+$/;
const number = /^\+?[0-9]{3,20}$/;

const notADestination = new Misfit(
	"destination",
	"this is neither",
	"such as gsm://1234@0234567890 or sms://+15550123",
);
