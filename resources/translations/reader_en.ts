<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>Empty</name>
    <message numerus="yes">
        <source>%Ln to read.</source>
        <translation>
            <numerusform>%Ln to read.</numerusform>
            <numerusform>%Ln to read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportNotesDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) not from reader</source>
        <translation>
            <numerusform>%Ln file not from reader</numerusform>
            <numerusform>%Ln files not from reader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed there and here</source>
        <translation>
            <numerusform>%Ln changed there and here</numerusform>
            <numerusform>%Ln changed there and here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) to import from {}</source>
        <translation>
            <numerusform>%Ln file to import from {}</numerusform>
            <numerusform>%Ln files to import from {}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln more line(s) not understood.</source>
        <translation>
            <numerusform>%Ln more line not understood.</numerusform>
            <numerusform>%Ln more lines not understood.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is a list of %Ln subscription(s) (OPML), not of papers.</source>
        <translation>
            <numerusform>This is a list of %Ln subscription (OPML), not of papers.</numerusform>
            <numerusform>This is a list of %Ln subscriptions (OPML), not of papers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s) appeared twice; kept once.</source>
        <translation>
            <numerusform>%Ln paper appeared twice; kept once.</numerusform>
            <numerusform>%Ln papers appeared twice; kept once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) could not be read and became �.</source>
        <translation>
            <numerusform>%Ln letter could not be read and became �.</numerusform>
            <numerusform>%Ln letters could not be read and became �.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) to decide; j and k go on and back</source>
        <translation>
            <numerusform>%Ln place to decide; j and k go on and back</numerusform>
            <numerusform>%Ln places to decide; j and k go on and back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln known already</numerusform>
            <numerusform>%Ln known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln possible duplicate(s), kept apart</source>
        <translation>
            <numerusform>%Ln possible duplicate, kept apart</numerusform>
            <numerusform>%Ln possible duplicates, kept apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted by you, passed over</source>
        <translation>
            <numerusform>%Ln deleted by you, passed over</numerusform>
            <numerusform>%Ln deleted by you, passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passed over or repaired</source>
        <translation>
            <numerusform>%Ln passed over or repaired</numerusform>
            <numerusform>%Ln passed over or repaired</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuickNote</name>
    <message numerus="yes">
        <source>Add to %n note(s)</source>
        <translation>
            <numerusform>Add to %n note</numerusform>
            <numerusform>Add to %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message numerus="yes">
        <source>%Ln digest(s)</source>
        <translation>
            <numerusform>%Ln digest</numerusform>
            <numerusform>%Ln digests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} and %Ln more</source>
        <translation>
            <numerusform>{} and %Ln more</numerusform>
            <numerusform>{} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message numerus="yes">
        <source>%Ln file(s) merged</source>
        <translation>
            <numerusform>%Ln file merged</numerusform>
            <numerusform>%Ln files merged</numerusform>
        </translation>
    </message>
</context>
</TS>
