<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>Reading %n file</numerusform>
            <numerusform>Reading %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s) as sources?</source>
        <translation>
            <numerusform>Add %n file as sources?</numerusform>
            <numerusform>Add %n files as sources?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) added</source>
        <translation>
            <numerusform>%n source added</numerusform>
            <numerusform>%n sources added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held already</source>
        <translation>
            <numerusform>%n held already</numerusform>
            <numerusform>%n held already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ago</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message numerus="yes">
        <source>%n likelihood(s) have no one word on this scale.</source>
        <translation>
            <numerusform>%n likelihood has no one word on this scale.</numerusform>
            <numerusform>%n likelihoods have no one word on this scale.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n origin(s)</source>
        <translation>
            <numerusform>%n origin</numerusform>
            <numerusform>%n origins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) between claims</source>
        <translation>
            <numerusform>%n link between claims</numerusform>
            <numerusform>%n links between claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assertion(s) by sources</source>
        <translation>
            <numerusform>%n assertion by sources</numerusform>
            <numerusform>%n assertions by sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n citation(s) between sources</source>
        <translation>
            <numerusform>%n citation between sources</numerusform>
            <numerusform>%n citations between sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPrint</name>
    <message numerus="yes">
        <source>%n page(s) sent to {printer}</source>
        <translation>
            <numerusform>%n page sent to {printer}</numerusform>
            <numerusform>%n pages sent to {printer}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message numerus="yes">
        <source>The whole board, %n card(s)</source>
        <translation>
            <numerusform>The whole board, %n card</numerusform>
            <numerusform>The whole board, %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n note(s)</source>
        <translation>
            <numerusform>Show %n note</numerusform>
            <numerusform>Show %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n private note(s)</source>
        <translation>
            <numerusform>Show %n private note</numerusform>
            <numerusform>Show %n private notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private note(s) will be shown.</source>
        <translation>
            <numerusform>%n private note will be shown.</numerusform>
            <numerusform>%n private notes will be shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BriefHeader</name>
    <message numerus="yes">
        <source>Held back by %n open point(s) below</source>
        <translation>
            <numerusform>Held back by %n open point below</numerusform>
            <numerusform>Held back by %n open points below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Capturing</name>
    <message numerus="yes">
        <source>Fetch %n page(s), from {hosts}?</source>
        <translation>
            <numerusform>Fetch %n page, from {hosts}?</numerusform>
            <numerusform>Fetch %n pages, from {hosts}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Capturing %n page(s)</source>
        <translation>
            <numerusform>Capturing %n page</numerusform>
            <numerusform>Capturing %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n page(s)</source>
        <translation>
            <numerusform>Reading %n page</numerusform>
            <numerusform>Reading %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) captured.</source>
        <translation>
            <numerusform>%n page captured.</numerusform>
            <numerusform>%n pages captured.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainLine</name>
    <message numerus="yes">
        <source>%n step(s) since then.</source>
        <translation>
            <numerusform>%n step since then.</numerusform>
            <numerusform>%n steps since then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountBadge</name>
    <message numerus="yes">
        <source>{name}, %n open</source>
        <translation>
            <numerusform>{name}, %n open</numerusform>
            <numerusform>{name}, %n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Discrepancies</name>
    <message numerus="yes">
        <source>%n proposal(s). Only figures of the same thing can conflict; whether they are so is yours to say.</source>
        <translation>
            <numerusform>%n proposal. Only figures of the same thing can conflict; whether they are so is yours to say.</numerusform>
            <numerusform>%n proposals. Only figures of the same thing can conflict; whether they are so is yours to say.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExcerptPage</name>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n open point(s)</source>
        <translation>
            <numerusform>%n open point</numerusform>
            <numerusform>%n open points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) or name(s)</source>
        <translation>
            <numerusform>%n word or name</numerusform>
            <numerusform>%n words or names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n record(s) taken in</source>
        <translation>
            <numerusform>%n record taken in</numerusform>
            <numerusform>%n records taken in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message numerus="yes">
        <source>%n open point(s)</source>
        <translation>
            <numerusform>%n open point</numerusform>
            <numerusform>%n open points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hold(s) an issue back</source>
        <translation>
            <numerusform>%n holds an issue back</numerusform>
            <numerusform>%n hold an issue back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssuesDock</name>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journey</name>
    <message numerus="yes">
        <source>%n step(s) undone</source>
        <translation>
            <numerusform>%n step undone</numerusform>
            <numerusform>%n steps undone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) redone</source>
        <translation>
            <numerusform>%n step redone</numerusform>
            <numerusform>%n steps redone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrphanBar</name>
    <message numerus="yes">
        <source>%n more: see the list of excerpts</source>
        <translation>
            <numerusform>%n more: see the list of excerpts</numerusform>
            <numerusform>%n more: see the list of excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s) orphaned: the marked words are not in this text any more. Nothing was moved to other words. Mark the words anew, or delete the excerpt.</source>
        <translation>
            <numerusform>%n excerpt orphaned: the marked words are not in this text any more. Nothing was moved to other words. Mark the words anew, or delete the excerpt.</numerusform>
            <numerusform>%n excerpts orphaned: the marked words are not in this text any more. Nothing was moved to other words. Mark the words anew, or delete the excerpt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintBoardDialog</name>
    <message numerus="yes">
        <source>%n page(s), {across} across and {down} down</source>
        <translation>
            <numerusform>%n page, {across} across and {down} down</numerusform>
            <numerusform>%n pages, {across} across and {down} down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingOnly</name>
    <message numerus="yes">
        <source>%n row(s) of this file cannot be read and are left out.</source>
        <translation>
            <numerusform>%n row of this file cannot be read and is left out.</numerusform>
            <numerusform>%n rows of this file cannot be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentLine</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n origin(s)</source>
        <translation>
            <numerusform>%n origin</numerusform>
            <numerusform>%n origins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rechecking</name>
    <message numerus="yes">
        <source>%n original(s) altered</source>
        <translation>
            <numerusform>%n original altered</numerusform>
            <numerusform>%n originals altered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the file</source>
        <translation>
            <numerusform>%n problem in the file</numerusform>
            <numerusform>%n problems in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n original(s) unaltered</source>
        <translation>
            <numerusform>Checked: %n original unaltered</numerusform>
            <numerusform>Checked: %n originals unaltered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedactionDialog</name>
    <message numerus="yes">
        <source>“{word}”: %n place(s)</source>
        <translation>
            <numerusform>“{word}”: %n place</numerusform>
            <numerusform>“{word}”: %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsDialog</name>
    <message numerus="yes">
        <source>Add the files in %n e-mail(s)</source>
        <translation>
            <numerusform>Add the files in %n e-mail</numerusform>
            <numerusform>Add the files in %n e-mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held already</source>
        <translation>
            <numerusform>%n held already</numerusform>
            <numerusform>%n held already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvageDialog</name>
    <message numerus="yes">
        <source>%n record(s) and</source>
        <translation>
            <numerusform>%n record and</numerusform>
            <numerusform>%n records and</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed file(s) or text(s) saved.</source>
        <translation>
            <numerusform>%n sealed file or text saved.</numerusform>
            <numerusform>%n sealed files or texts saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the records brought back from the history.</source>
        <translation>
            <numerusform>%n of the records brought back from the history.</numerusform>
            <numerusform>%n of the records brought back from the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScaleForm</name>
    <message numerus="yes">
        <source>Ranges stay; %n likelihood(s) get the new word.</source>
        <translation>
            <numerusform>Ranges stay; %n likelihood gets the new word.</numerusform>
            <numerusform>Ranges stay; %n likelihoods get the new word.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ask(s) for one; left open, it is listed as an issue.</source>
        <translation>
            <numerusform>%n asks for one; left open, it is listed as an issue.</numerusform>
            <numerusform>%n ask for one; left open, they are listed as issues.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralPage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareWords</name>
    <message numerus="yes">
        <source>%n capture(s)</source>
        <translation>
            <numerusform>%n capture</numerusform>
            <numerusform>%n captures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assertion(s)</source>
        <translation>
            <numerusform>%n assertion</numerusform>
            <numerusform>%n assertions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n citation(s)</source>
        <translation>
            <numerusform>%n citation</numerusform>
            <numerusform>%n citations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s)</source>
        <translation>
            <numerusform>%n comparison</numerusform>
            <numerusform>%n comparisons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) set aside</source>
        <translation>
            <numerusform>%n finding set aside</numerusform>
            <numerusform>%n findings set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) on independence</source>
        <translation>
            <numerusform>%n verdict on independence</numerusform>
            <numerusform>%n verdicts on independence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) left out</source>
        <translation>
            <numerusform>%n source left out</numerusform>
            <numerusform>%n sources left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) without words then.</source>
        <translation>
            <numerusform>%n claim without words then.</numerusform>
            <numerusform>%n claims without words then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) with more than is seen.</source>
        <translation>
            <numerusform>%n picture with more than is seen.</numerusform>
            <numerusform>%n pictures with more than is seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” holds %n record(s)</source>
        <translation>
            <numerusform>“{name}” holds %n record</numerusform>
            <numerusform>“{name}” holds %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharedPassages</name>
    <message numerus="yes">
        <source>%n passage(s). That words are the same is a fact; who has them from whom is yours to judge.</source>
        <translation>
            <numerusform>%n passage. That words are the same is a fact; who has them from whom is yours to judge.</numerusform>
            <numerusform>%n passages. That words are the same is a fact; who has them from whom is yours to judge.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingForm</name>
    <message numerus="yes">
        <source>Kept and marked; it counts. %n claim(s) have to be looked at again.</source>
        <translation>
            <numerusform>Kept and marked; it counts. %n claim has to be looked at again.</numerusform>
            <numerusform>Kept and marked; it counts. %n claims have to be looked at again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateTexts</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open issue(s)</source>
        <translation>
            <numerusform>%n open issue</numerusform>
            <numerusform>%n open issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIfBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
