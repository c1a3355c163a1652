/**
 * Transcripts whose claims do not hold, with everything in them that a report
 * could trip over: markup, quotes, line ends, what is no character, and secrets.
 */
export const brokenCorpus = String.raw`id <script>alert("id")</script> & 'friends' ]]>
source "a" <b>b</b> \u{0} \u{202e}
# </style></script><img src="https://example.invalid/x.png" onerror="alert(1)">
> PROG 7982 USRS:1,12345,<i>,1
< USRS:OK
? users.1.name "<i>"

id a-night % :: # \\ , at once
> PROG 7982 RPEX:1,1,0,sms://+15550199
< RPEX:OK
> PROG 7982 MODE:A
< MODE:OK
@ +30s
<+15550199 not this
! zone 3 open
? runtime.mode disarm

id the-network
channel loss 1x
> PROG 7982 ECHO:
< ECHO:OK

id fine
> PROG 7982 ECHO:
< ECHO:OK
`;
