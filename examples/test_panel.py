def test_a_burglary_while_armed_is_reported(panel):
    panel.text("PROG 7982 RPEX:1,1,0,sms://+15550188")
    panel.text("PROG 7982 DEAN:1,1,0123456789,Kitchen")
    assert panel.text("PROG 7982 MODE:A")["reply"] == "MODE:OK"
    panel.advance("30s")
    panel.wait({"state": {"path": "runtime.mode", "value": "away"}})
    since = panel.status()["next"]
    panel.step("zone 1 open")
    panel.wait({"text": {"to": "+15550188", "contains": "burglar"}}, since=since)
    assert panel.status()["siren"]
    assert panel.messages("+15550188")[-1]["text"] == "burglar alarm: zone 1 Kitchen"


def test_a_wrong_pin_is_refused_and_says_why(panel):
    answer = panel.text("PROG 7982 USRS:1,12")
    assert answer["reply"] == "USRS:ERROR"
    assert answer["diagnostics"][0]["message"] == "user PIN: 4 digits, this has 2"
