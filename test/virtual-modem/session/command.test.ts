import { expect, test } from "vitest";
import {
	type AtCommand,
	readCommandLine,
} from "../../../src/virtual-modem/session/command.ts";

function shown({ name, form, args }: AtCommand): string {
	return `${name} ${form} ${JSON.stringify(args)}`;
}

test.each<[string, string[]]>([
	["", []],
	["E0", ['E do ["0"]']],
	["e", ['E do [""]']],
	["E0V1&C1X4", ['E do ["0"]', 'V do ["1"]', '&C do ["1"]', 'X do ["4"]']],
	["S3?", ['S read ["3"]']],
	["S0=2S7=", ['S do ["0","2"]', 'S do ["7",""]']],
	["+CMGF", ["+CMGF do []"]],
	["+CMGF?", ["+CMGF read []"]],
	["+cmgf=?", ["+CMGF test []"]],
	["+CMGF=1", ['+CMGF set ["1"]']],
	["+CMGF=", ['+CMGF set [""]']],
	["+CMEE=1;+CREG=2", ['+CMEE set ["1"]', '+CREG set ["2"]']],
	["E0+CMEE=1; ^CURC=0;", ['E do ["0"]', '+CMEE set ["1"]', '^CURC set ["0"]']],
	['+CPMS="SM", "ME" ,', ['+CPMS set ["SM","ME",""]']],
	['+CUSD=1,"a;b,c",15', ['+CUSD set ["1","a;b,c","15"]']],
	['+CMGS="+1', ['+CMGS set ["+1"]']],
	["D*100#;E1", ['D do ["*100#"]', 'E do ["1"]']],
	["+CSQ E1", [" do []"]],
	["E1 ? 5", ['E do ["1"]', " do []"]],
	["\xff", [" do []"]],
])("AT%s", (line, commands) => {
	expect(readCommandLine(line).map(shown)).toEqual(commands);
});
