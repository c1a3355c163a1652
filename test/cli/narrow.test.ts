import { expect, test } from "vitest";
import { Shell } from "../support/command-line.ts";

const shell = new Shell();
const inColumns = (columns: string, ...args: readonly string[]) =>
	shell.runBesides(args, { COLUMNS: columns });
const widest = (text: string) =>
	Math.max(...text.split("\n").map((line) => line.length));

test.each(["40", "60", "80", "100"])(
	"help and tables fit %s columns, but no less than 60",
	async (columns) => {
		const fits = Math.max(60, Number(columns));
		for (const args of [
			["check", "--help"],
			["status", "--help"],
			["--help"],
			["do"],
			["models"],
			["commands", "USRS"],
		]) {
			const { status, stdout } = await inColumns(columns, ...args);
			expect([args, status]).toEqual([args, 0]);
			expect(widest(stdout)).toBeLessThanOrEqual(fits);
		}
	},
);

test("what an octet means stands below it where a line has no room", async () => {
	expect(
		(await inColumns("60", "pdu", "000100038199F9", "000005C8329BFD06")).stdout,
	).toBe(`  0  00          smsc.length         0
     no service centre address: the modem's own
  1  01          submit.first-octet  SMS-SUBMIT
     no validity period
  2  00          submit.mr           0  message reference
  3  03          submit.da.length    3
     semi-octets in the address
  4  81          submit.da.toa       unknown
     type of number unknown, telephone numbering plan
  5  99F9        submit.da.digits    999  number
  7  00          submit.pid          0x00
     plain short message
  8  00          submit.dcs          gsm-7
     GSM 7-bit default alphabet
  9  05          submit.ud.udl       5  septets of user data
 10  C8329BFD06  submit.ud.sm        Hello
     gsm-7 in 5 octets
`);
});
