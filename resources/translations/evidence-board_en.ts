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
    <message numerus="yes">
        <source>%n without an ending</source>
        <translation>
            <numerusform>%n without an ending</numerusform>
            <numerusform>%n without an ending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added: {kinds}.</source>
        <translation>
            <numerusform>%n file could not be added: {kinds}.</numerusform>
            <numerusform>%n files could not be added: {kinds}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
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
        <source>%n unfinished</source>
        <translation>
            <numerusform>%n unfinished</numerusform>
            <numerusform>%n unfinished</numerusform>
        </translation>
    </message>
</context>
</TS>
