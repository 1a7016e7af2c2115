<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren …</translation>
    </message>
    <message>
        <source>Import what is copied</source>
        <translation>Kopiertes importieren</translation>
    </message>
    <message>
        <source>Take the digest back</source>
        <translation>Digest zurücknehmen</translation>
    </message>
    <message>
        <source>Possible duplicates…</source>
        <translation>Mögliche Dubletten …</translation>
    </message>
    <message>
        <source>Save the search as a list…</source>
        <translation>Suche als Liste sichern …</translation>
    </message>
    <message>
        <source>Rename the smart list…</source>
        <translation>Suchliste umbenennen …</translation>
    </message>
    <message>
        <source>Delete the smart list</source>
        <translation>Suchliste löschen</translation>
    </message>
    <message>
        <source>Export notes to Markdown…</source>
        <translation>Notizen als Markdown exportieren …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Move</source>
        <comment>key line</comment>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Previous paper</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>Artikel öffnen</translation>
    </message>
    <message>
        <source>Mark read or unread</source>
        <translation>Als gelesen oder ungelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>key line</comment>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation>Stern setzen oder entfernen</translation>
    </message>
    <message>
        <source>Star</source>
        <comment>key line</comment>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Queue to read later</source>
        <translation>Zum Lesen vormerken</translation>
    </message>
    <message>
        <source>Queue</source>
        <comment>key line</comment>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Begin reading</source>
        <translation>Lesen beginnen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skip</source>
        <comment>key line</comment>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>Schlagwörter bearbeiten</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>key line</comment>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>key line</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Correct title, authors…</source>
        <translation>Titel, Autoren … berichtigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Similar papers</source>
        <translation>Ähnliche Artikel</translation>
    </message>
    <message>
        <source>Select the next paper too</source>
        <translation>Nächsten Artikel mit auswählen</translation>
    </message>
    <message>
        <source>Select all papers</source>
        <translation>Alle Artikel auswählen</translation>
    </message>
    <message>
        <source>Read on, then the next paper</source>
        <translation>Weiterlesen, dann nächster Artikel</translation>
    </message>
    <message>
        <source>Read back, then the paper before</source>
        <translation>Zurücklesen, dann voriger Artikel</translation>
    </message>
    <message>
        <source>Do the last again</source>
        <translation>Letzte Aktion wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>key line</comment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf …</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Befehle …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <comment>key line</comment>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Next match in the paper</source>
        <translation>Nächste Fundstelle im Artikel</translation>
    </message>
    <message>
        <source>Export as…</source>
        <translation>Exportieren als …</translation>
    </message>
    <message>
        <source>Keep the notes exported…</source>
        <translation>Notizen laufend exportieren …</translation>
    </message>
    <message>
        <source>Keep them exported no longer</source>
        <translation>Nicht mehr laufend exportieren</translation>
    </message>
    <message>
        <source>Import notes…</source>
        <translation>Notizen importieren …</translation>
    </message>
    <message>
        <source>Decide conflicts of the export…</source>
        <translation>Konflikte des Exports entscheiden …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF sichern …</translation>
    </message>
    <message>
        <source>Save reading progress as a picture…</source>
        <translation>Lesefortschritt als Bild sichern …</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Andere Bibliothek öffnen …</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Neue Bibliothek …</translation>
    </message>
    <message>
        <source>Move this library…</source>
        <translation>Diese Bibliothek verschieben …</translation>
    </message>
    <message>
        <source>Add a line to the note</source>
        <translation>Zeile an die Notiz anfügen</translation>
    </message>
    <message>
        <source>Highlight a passage</source>
        <translation>Stelle markieren</translation>
    </message>
    <message>
        <source>Write or preview the note</source>
        <translation>Notiz schreiben oder ansehen</translation>
    </message>
    <message>
        <source>Bold in the note</source>
        <translation>Fett in der Notiz</translation>
    </message>
    <message>
        <source>Italic in the note</source>
        <translation>Kursiv in der Notiz</translation>
    </message>
    <message>
        <source>Tick in the note</source>
        <translation>In der Notiz abhaken</translation>
    </message>
    <message>
        <source>Find in the note</source>
        <translation>In der Notiz suchen</translation>
    </message>
    <message>
        <source>New note from a template…</source>
        <translation>Neue Notiz nach Vorlage …</translation>
    </message>
    <message>
        <source>Versions of the note…</source>
        <translation>Versionen der Notiz …</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDF öffnen</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy citation in APA</source>
        <translation>Zitat nach APA kopieren</translation>
    </message>
    <message>
        <source>Copy citation in Chicago</source>
        <translation>Zitat nach Chicago kopieren</translation>
    </message>
    <message>
        <source>Copy citation in IEEE</source>
        <translation>Zitat nach IEEE kopieren</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Previous match in the paper</source>
        <translation>Vorige Fundstelle im Artikel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the paper before the link</source>
        <translation>Zurück zum Artikel vor dem Link</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Zu lesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Angefangen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>All highlights…</source>
        <translation>Alle Markierungen …</translation>
    </message>
    <message>
        <source>Reading progress</source>
        <translation>Lesefortschritt</translation>
    </message>
    <message>
        <source>First paper of the list</source>
        <translation>Erster Artikel der Liste</translation>
    </message>
    <message>
        <source>Last paper of the list</source>
        <translation>Letzter Artikel der Liste</translation>
    </message>
    <message>
        <source>A page down the list</source>
        <translation>Liste eine Seite abwärts</translation>
    </message>
    <message>
        <source>A page up the list</source>
        <translation>Liste eine Seite aufwärts</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>The paper alone</source>
        <translation>Nur der Artikel</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Eingangsdatum</translation>
    </message>
    <message>
        <source>Digest order</source>
        <translation>Reihenfolge im Digest</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What you may like</source>
        <translation>Was gefallen könnte</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Text vergrößern</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Text verkleinern</translation>
    </message>
    <message>
        <source>Usual size of text</source>
        <translation>Übliche Textgröße</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>All keys</source>
        <comment>key line</comment>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Line for the notes</source>
        <comment>key line</comment>
        <translation>Zeile für Notizen</translation>
    </message>
    <message>
        <source>Cite</source>
        <comment>key line</comment>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Commands</source>
        <comment>key line</comment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <comment>key line</comment>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>key line</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Next match</source>
        <comment>key line</comment>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Save as a list</source>
        <comment>key line</comment>
        <translation>Als Liste sichern</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>key line</comment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Read on</source>
        <comment>key line</comment>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Highlight</source>
        <comment>key line</comment>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>To the papers</source>
        <comment>key line</comment>
        <translation>Zu den Artikeln</translation>
    </message>
    <message>
        <source>Words</source>
        <comment>key line</comment>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Sentences</source>
        <comment>key line</comment>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Colour</source>
        <comment>key line</comment>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Comment</source>
        <comment>key line</comment>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>key line</comment>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>key line</comment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Leave</source>
        <comment>key line</comment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <comment>key line</comment>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>Preview</source>
        <comment>key line</comment>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Link</source>
        <comment>key line</comment>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Bold</source>
        <comment>key line</comment>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <comment>key line</comment>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Tick</source>
        <comment>key line</comment>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Find</source>
        <comment>key line</comment>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Write</source>
        <comment>key line</comment>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>key line</comment>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Complete</source>
        <comment>key line</comment>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Remove the last</source>
        <comment>key line</comment>
        <translation>Letztes entfernen</translation>
    </message>
    <message>
        <source>New line</source>
        <comment>key line</comment>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <comment>key line</comment>
        <translation>Für später behalten</translation>
    </message>
    <message>
        <source>Lists</source>
        <comment>key line</comment>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Fold</source>
        <comment>key line</comment>
        <translation>Falten</translation>
    </message>
    <message>
        <source>Marks</source>
        <comment>key line</comment>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Its papers</source>
        <comment>key line</comment>
        <translation>Ihre Artikel</translation>
    </message>
    <message>
        <source>Picture</source>
        <comment>key line</comment>
        <translation>Bild</translation>
    </message>
    <message>
        <source>add load bibtex rss mail</source>
        <comment>search words</comment>
        <translation>hinzufügen laden öffnen bibtex rss mail</translation>
    </message>
    <message>
        <source>clipboard add digest</source>
        <comment>search words</comment>
        <translation>zwischenablage einfügen hinzufügen</translation>
    </message>
    <message>
        <source>remove delete undo import</source>
        <comment>search words</comment>
        <translation>entfernen löschen rückgängig import</translation>
    </message>
    <message>
        <source>merge same twice</source>
        <comment>search words</comment>
        <translation>zusammenführen gleiche doppelt dubletten</translation>
    </message>
    <message>
        <source>keep query filter collection</source>
        <comment>search words</comment>
        <translation>behalten suche filter sammlung</translation>
    </message>
    <message>
        <source>remove</source>
        <comment>search words</comment>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>save obsidian vault</source>
        <comment>search words</comment>
        <translation>speichern sichern obsidian</translation>
    </message>
    <message>
        <source>bibtex ris csl csv save</source>
        <comment>search words</comment>
        <translation>bibtex ris csl csv speichern</translation>
    </message>
    <message>
        <source>sync obsidian vault folder</source>
        <comment>search words</comment>
        <translation>abgleichen synchronisieren obsidian ordner</translation>
    </message>
    <message>
        <source>stop sync vault folder</source>
        <comment>search words</comment>
        <translation>beenden synchronisieren ordner</translation>
    </message>
    <message>
        <source>read back obsidian</source>
        <comment>search words</comment>
        <translation>einlesen zurück obsidian</translation>
    </message>
    <message>
        <source>printer</source>
        <comment>search words</comment>
        <translation>drucker ausdrucken</translation>
    </message>
    <message>
        <source>png image statistics export</source>
        <comment>search words</comment>
        <translation>png grafik statistik exportieren</translation>
    </message>
    <message>
        <source>switch database</source>
        <comment>search words</comment>
        <translation>wechseln datenbank</translation>
    </message>
    <message>
        <source>create database</source>
        <comment>search words</comment>
        <translation>anlegen datenbank</translation>
    </message>
    <message>
        <source>place folder location</source>
        <comment>search words</comment>
        <translation>ort ordner speicherort</translation>
    </message>
    <message>
        <source>close exit</source>
        <comment>search words</comment>
        <translation>schließen verlassen</translation>
    </message>
    <message>
        <source>show view</source>
        <comment>search words</comment>
        <translation>zeigen ansehen</translation>
    </message>
    <message>
        <source>done finished complete</source>
        <comment>search words</comment>
        <translation>fertig erledigt abgeschlossen</translation>
    </message>
    <message>
        <source>favourite favorite like pin</source>
        <comment>search words</comment>
        <translation>favorit merken gefällt</translation>
    </message>
    <message>
        <source>save bookmark</source>
        <comment>search words</comment>
        <translation>merken lesezeichen warteschlange</translation>
    </message>
    <message>
        <source>start</source>
        <comment>search words</comment>
        <translation>starten</translation>
    </message>
    <message>
        <source>dismiss ignore archive hide</source>
        <comment>search words</comment>
        <translation>verwerfen ignorieren archivieren ausblenden</translation>
    </message>
    <message>
        <source>label keyword category add remove</source>
        <comment>search words</comment>
        <translation>tag etikett stichwort kategorie hinzufügen entfernen</translation>
    </message>
    <message>
        <source>write annotate comment</source>
        <comment>search words</comment>
        <translation>schreiben anmerken kommentar</translation>
    </message>
    <message>
        <source>append jot comment</source>
        <comment>search words</comment>
        <translation>anhängen notieren kommentar</translation>
    </message>
    <message>
        <source>mark annotate quote</source>
        <comment>search words</comment>
        <translation>anstreichen unterstreichen zitat</translation>
    </message>
    <message>
        <source>render markdown edit</source>
        <comment>search words</comment>
        <translation>darstellen markdown bearbeiten</translation>
    </message>
    <message>
        <source>check box task done</source>
        <comment>search words</comment>
        <translation>abhaken kästchen aufgabe erledigt</translation>
    </message>
    <message>
        <source>older restore</source>
        <comment>search words</comment>
        <translation>ältere wiederherstellen</translation>
    </message>
    <message>
        <source>change metadata fix year venue</source>
        <comment>search words</comment>
        <translation>ändern metadaten bearbeiten jahr</translation>
    </message>
    <message>
        <source>remove trash paper</source>
        <comment>search words</comment>
        <translation>entfernen papierkorb artikel</translation>
    </message>
    <message>
        <source>web page website url link arxiv</source>
        <comment>search words</comment>
        <translation>webseite seite url verweis arxiv</translation>
    </message>
    <message>
        <source>full text download file</source>
        <comment>search words</comment>
        <translation>volltext herunterladen datei</translation>
    </message>
    <message>
        <source>related like recommended</source>
        <comment>search words</comment>
        <translation>verwandte wie empfohlen</translation>
    </message>
    <message>
        <source>again</source>
        <comment>search words</comment>
        <translation>noch einmal</translation>
    </message>
    <message>
        <source>revert take back</source>
        <comment>search words</comment>
        <translation>zurücknehmen widerrufen</translation>
    </message>
    <message>
        <source>log changes undo</source>
        <comment>search words</comment>
        <translation>protokoll änderungen rückgängig</translation>
    </message>
    <message>
        <source>cite reference bibliography</source>
        <comment>search words</comment>
        <translation>zitieren literatur quelle</translation>
    </message>
    <message>
        <source>preferences options configure</source>
        <comment>search words</comment>
        <translation>optionen voreinstellungen konfigurieren</translation>
    </message>
    <message>
        <source>find query look</source>
        <comment>search words</comment>
        <translation>finden anfrage nachsehen</translation>
    </message>
    <message>
        <source>queue later reading list</source>
        <comment>search words</comment>
        <translation>warteschlange später leseliste</translation>
    </message>
    <message>
        <source>favourites favorites</source>
        <comment>search words</comment>
        <translation>favoriten</translation>
    </message>
    <message>
        <source>notes</source>
        <comment>search words</comment>
        <translation>notizen</translation>
    </message>
    <message>
        <source>tasks open</source>
        <comment>search words</comment>
        <translation>aufgaben offen</translation>
    </message>
    <message>
        <source>done finished</source>
        <comment>search words</comment>
        <translation>fertig erledigt</translation>
    </message>
    <message>
        <source>dismissed archived</source>
        <comment>search words</comment>
        <translation>verworfen archiviert</translation>
    </message>
    <message>
        <source>everything library</source>
        <comment>search words</comment>
        <translation>alles bibliothek</translation>
    </message>
    <message>
        <source>statistics stats chart heat map calendar</source>
        <comment>search words</comment>
        <translation>statistik diagramm kalender</translation>
    </message>
    <message>
        <source>full screen distraction zen reader</source>
        <comment>search words</comment>
        <translation>vollbild ablenkung konzentriert</translation>
    </message>
    <message>
        <source>order</source>
        <comment>search words</comment>
        <translation>reihenfolge ordnung</translation>
    </message>
    <message>
        <source>order newest</source>
        <comment>search words</comment>
        <translation>reihenfolge neueste</translation>
    </message>
    <message>
        <source>order position</source>
        <comment>search words</comment>
        <translation>reihenfolge stelle</translation>
    </message>
    <message>
        <source>order alphabetical</source>
        <comment>search words</comment>
        <translation>reihenfolge alphabetisch</translation>
    </message>
    <message>
        <source>order recommended</source>
        <comment>search words</comment>
        <translation>reihenfolge empfohlen</translation>
    </message>
    <message>
        <source>zoom bigger font size</source>
        <comment>search words</comment>
        <translation>zoom vergrößern schriftgröße</translation>
    </message>
    <message>
        <source>zoom tinier font size</source>
        <comment>search words</comment>
        <translation>zoom verkleinern schriftgröße</translation>
    </message>
    <message>
        <source>zoom normal font size</source>
        <comment>search words</comment>
        <translation>zoom normal schriftgröße</translation>
    </message>
    <message>
        <source>theme automatic</source>
        <comment>search words</comment>
        <translation>design thema automatisch</translation>
    </message>
    <message>
        <source>theme day white</source>
        <comment>search words</comment>
        <translation>design thema tag weiß</translation>
    </message>
    <message>
        <source>theme night black</source>
        <comment>search words</comment>
        <translation>design thema nacht schwarz</translation>
    </message>
    <message>
        <source>theme accessibility</source>
        <comment>search words</comment>
        <translation>design thema barrierefrei</translation>
    </message>
    <message>
        <source>shortcuts keyboard bindings cheat sheet</source>
        <comment>search words</comment>
        <translation>kurzbefehle tastatur tastenkürzel hilfe</translation>
    </message>
    <message>
        <source>Library</source>
        <comment>menu</comment>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Edit</source>
        <comment>menu</comment>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Paper</source>
        <comment>menu</comment>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Go</source>
        <comment>menu</comment>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <comment>menu</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>menu</comment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Sort by</source>
        <comment>menu</comment>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Theme</source>
        <comment>menu</comment>
        <translation>Farbschema</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Papers read</source>
        <translation>Gelesene Artikel</translation>
    </message>
    <message>
        <source>{} read on {}</source>
        <translation>{} gelesen am {}</translation>
    </message>
    <message>
        <source>{} read in {}</source>
        <translation>{} gelesen, {}</translation>
    </message>
    <message>
        <source>less than a day</source>
        <translation>weniger als ein Tag</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>1 to 3 months</source>
        <translation>1 bis 3 Monate</translation>
    </message>
    <message>
        <source>3 to 12 months</source>
        <translation>3 bis 12 Monate</translation>
    </message>
    <message>
        <source>more than a year</source>
        <translation>mehr als ein Jahr</translation>
    </message>
    <message>
        <source>the week of {} to {}</source>
        <translation>Woche vom {} bis {}</translation>
    </message>
    <message>
        <source>Nothing read on {}</source>
        <translation>Nichts gelesen am {}</translation>
    </message>
    <message>
        <source>Nothing read in {}</source>
        <translation>Nichts gelesen, {}</translation>
    </message>
    <message>
        <source>{} tagged {} read in {}</source>
        <translation>{} mit dem Schlagwort {} gelesen, {}</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>{} to {} days</source>
        <translation>{} bis {} Tage</translation>
    </message>
    <message>
        <source>{} decided after {}</source>
        <translation>{} entschieden nach: {}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Go to {}</source>
        <translation>Gehe zu: {}</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation>Suchliste</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
</context>
<context>
    <name>CommandsButton</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>At most {} can be copied at once; Ctrl+E exports more.</source>
        <translation>Auf einmal lassen sich höchstens {} kopieren; Strg+E exportiert mehr.</translation>
    </message>
    <message>
        <source>Copied {} as {}</source>
        <translation>{} als {} kopiert</translation>
    </message>
    <message>
        <source>Copied the citation ({})</source>
        <translation>Zitat kopiert ({})</translation>
    </message>
    <message>
        <source>Copied {} citations ({})</source>
        <translation>{} Zitate kopiert ({})</translation>
    </message>
</context>
<context>
    <name>CorrectedLine</name>
    <message>
        <source>Showing results for “{}”.</source>
        <translation>Ergebnisse für „{}“.</translation>
    </message>
    <message>
        <source>Search “{}” instead</source>
        <translation>Stattdessen „{}“ suchen</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Possible duplicates</source>
        <translation>Mögliche Dubletten</translation>
    </message>
    <message>
        <source>Merging joins notes, tags, highlights and digests; z takes it back.</source>
        <translation>Zusammenführen vereint Notizen, Schlagwörter, Markierungen und Digests; z nimmt es zurück.</translation>
    </message>
    <message>
        <source>No possible duplicates.</source>
        <translation>Keine möglichen Dubletten.</translation>
    </message>
    <message>
        <source>Merge into the left one</source>
        <translation>In den linken überführen</translation>
    </message>
    <message>
        <source>Merge into the right one</source>
        <translation>In den rechten überführen</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht derselbe</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Are these one paper?  {} of {}</source>
        <translation>Ist das ein und derselbe Artikel?  {} von {}</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Correct the paper</source>
        <translation>Artikel berichtigen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors, one a line</source>
        <translation>Autoren, je Zeile einer</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Citation key</source>
        <translation>Zitierschlüssel</translation>
    </message>
    <message>
        <source>Made when it is first asked for</source>
        <translation>Wird gebildet, wenn er gebraucht wird</translation>
    </message>
    <message>
        <source>Too long to be corrected here. It stays as it is.</source>
        <translation>Zu lang, um hier berichtigt zu werden. Der Text bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>No later digest changes what you set here.</source>
        <translation>Kein späterer Digest ändert, was hier eingetragen wird.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Nothing to do. In a note, a line that begins with - [ ] puts its paper here.</source>
        <translation>Nichts zu erledigen. Eine Zeile, die in einer Notiz mit - [ ] beginnt, bringt ihren Artikel hierher.</translation>
    </message>
    <message>
        <source>Nothing skipped.</source>
        <translation>Nichts übersprungen.</translation>
    </message>
    <message>
        <source>Inbox zero.</source>
        <translation>Der Eingang ist leer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to read.</source>
        <translation>
            <numerusform>%Ln zu lesen.</numerusform>
            <numerusform>%Ln zu lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing answers “{}” now.</source>
        <translation>Zurzeit passt nichts zu „{}“.</translation>
    </message>
    <message>
        <source>No papers here.</source>
        <translation>Hier sind keine Artikel.</translation>
    </message>
    <message>
        <source>Nothing waits to be read.</source>
        <translation>Nichts ist vorgemerkt.</translation>
    </message>
    <message>
        <source>You are not reading anything.</source>
        <translation>Nichts ist angefangen.</translation>
    </message>
    <message>
        <source>No stars yet.</source>
        <translation>Noch keine Sterne.</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Noch keine Notizen.</translation>
    </message>
    <message>
        <source>Nothing read yet.</source>
        <translation>Noch nichts gelesen.</translation>
    </message>
    <message>
        <source>No paper here shares its words.</source>
        <translation>Kein Artikel hier hat Wörter mit ihm gemein.</translation>
    </message>
    <message>
        <source>In the Inbox, {} puts a paper here.</source>
        <translation>Im Eingang legt {} einen Artikel hierher.</translation>
    </message>
    <message>
        <source>{} begins a paper.</source>
        <translation>{} beginnt einen Artikel.</translation>
    </message>
    <message>
        <source>{} stars a paper.</source>
        <translation>{} gibt einem Artikel einen Stern.</translation>
    </message>
    <message>
        <source>{} writes one.</source>
        <translation>{} beginnt eine.</translation>
    </message>
    <message>
        <source>{} goes back.</source>
        <translation>{} führt zurück.</translation>
    </message>
    <message>
        <source>{} marks a paper read.</source>
        <translation>{} kennzeichnet einen Artikel als gelesen.</translation>
    </message>
    <message>
        <source>Nothing matches “{}”.</source>
        <translation>Nichts passt zu „{}“.</translation>
    </message>
    <message>
        <source>Not understood: {}.</source>
        <translation>Nicht verstanden: {}.</translation>
    </message>
</context>
<context>
    <name>EmptyPlace</name>
    <message>
        <source>Leave the search</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Search without the filters</source>
        <translation>Ohne die Filter suchen</translation>
    </message>
    <message>
        <source>Search without {}</source>
        <translation>Ohne {} suchen</translation>
    </message>
    <message>
        <source>Search without {} and {}</source>
        <translation>Ohne {} und {} suchen</translation>
    </message>
</context>
<context>
    <name>ExportFormat</name>
    <message>
        <source>BibTeX</source>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>BibLaTeX</source>
        <translation>BibLaTeX</translation>
    </message>
    <message>
        <source>CSL-JSON</source>
        <translation>CSL-JSON</translation>
    </message>
    <message>
        <source>RIS</source>
        <translation>RIS</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>Whole library (JSON Lines)</source>
        <translation>Ganze Bibliothek (JSON Lines)</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export notes to a folder</source>
        <translation>Notizen in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Export {} to a folder</source>
        <translation>{} in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Exporting notes</source>
        <translation>Notizen werden exportiert</translation>
    </message>
    <message>
        <source>{} files written to {}, {} unchanged</source>
        <translation>{} Dateien nach {} geschrieben, {} unverändert</translation>
    </message>
    <message>
        <source>. Changed there and here, left alone: </source>
        <translation>. Dort und hier geändert, nicht angetastet: </translation>
    </message>
</context>
<context>
    <name>ExportingAs</name>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Die ganze Bibliothek</translation>
    </message>
    <message>
        <source>Export {} as</source>
        <translation>{} exportieren als</translation>
    </message>
    <message>
        <source>Exporting {}</source>
        <translation>{} wird exportiert</translation>
    </message>
    <message>
        <source>{} written to {} ({})</source>
        <translation>{} nach {} geschrieben ({})</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Authors not in the digest</source>
        <translation>Autoren nicht im Digest genannt</translation>
    </message>
    <message>
        <source>In the Inbox</source>
        <translation>Im Eingang</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit Notiz</translation>
    </message>
    <message>
        <source>{} and others</source>
        <translation>{} und andere</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>Erscheinungsort</translation>
    </message>
    <message>
        <source>abstract</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the note</source>
        <translation>In der Notiz suchen</translation>
    </message>
    <message>
        <source>Match before (Shift+Enter)</source>
        <translation>Vorige Fundstelle (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächste Fundstelle (Enter)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>FixedKeys</name>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>While marking a passage</source>
        <translation>Beim Markieren einer Stelle</translation>
    </message>
    <message>
        <source>In the search field</source>
        <translation>Im Suchfeld</translation>
    </message>
    <message>
        <source>In the note</source>
        <translation>In der Notiz</translation>
    </message>
    <message>
        <source>In the tags</source>
        <translation>In den Schlagwörtern</translation>
    </message>
    <message>
        <source>In a line for the note</source>
        <translation>In der Zeile für die Notiz</translation>
    </message>
    <message>
        <source>In the sidebar</source>
        <translation>In der Seitenleiste</translation>
    </message>
    <message>
        <source>In reading progress</source>
        <translation>Im Lesefortschritt</translation>
    </message>
    <message>
        <source>Next paper, or the one before</source>
        <translation>Nächster Artikel, oder der davor</translation>
    </message>
    <message>
        <source>Select more, or fewer</source>
        <translation>Mehr auswählen, oder weniger</translation>
    </message>
    <message>
        <source>First paper, or the last</source>
        <translation>Erster Artikel, oder der letzte</translation>
    </message>
    <message>
        <source>A page on, or back</source>
        <translation>Eine Seite weiter, oder zurück</translation>
    </message>
    <message>
        <source>Three papers on: a number repeats a key</source>
        <translation>Drei Artikel weiter: eine Zahl wiederholt</translation>
    </message>
    <message>
        <source>Next word, or the one before</source>
        <translation>Nächstes Wort, oder das davor</translation>
    </message>
    <message>
        <source>Next sentence, or the one before</source>
        <translation>Nächster Satz, oder der davor</translation>
    </message>
    <message>
        <source>Mark more, or less</source>
        <translation>Mehr markieren, oder weniger</translation>
    </message>
    <message>
        <source>Yellow, green, blue, pink</source>
        <translation>Gelb, grün, blau, rosa</translation>
    </message>
    <message>
        <source>Comment on it</source>
        <translation>Kommentieren</translation>
    </message>
    <message>
        <source>Next highlight, or the one before</source>
        <translation>Nächste Markierung, oder die davor</translation>
    </message>
    <message>
        <source>Delete the highlight</source>
        <translation>Markierung löschen</translation>
    </message>
    <message>
        <source>Back to reading</source>
        <translation>Zurück zum Lesen</translation>
    </message>
    <message>
        <source>To the papers</source>
        <translation>Zu den Artikeln</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>Frühere Suchen</translation>
    </message>
    <message>
        <source>Take what is offered</source>
        <translation>Übernehmen, was angeboten wird</translation>
    </message>
    <message>
        <source>Link to a paper</source>
        <translation>Auf einen Artikel verweisen</translation>
    </message>
    <message>
        <source>Move an item of a list in, or out</source>
        <translation>Listenpunkt ein- oder ausrücken</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Remove the last tag</source>
        <translation>Letztes Schlagwort entfernen</translation>
    </message>
    <message>
        <source>Add it to the note</source>
        <translation>An die Notiz anfügen</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Keep it for later</source>
        <translation>Für später behalten</translation>
    </message>
    <message>
        <source>Next list, or the one before</source>
        <translation>Nächste Liste, oder die davor</translation>
    </message>
    <message>
        <source>Fold, or unfold</source>
        <translation>Zuklappen, oder aufklappen</translation>
    </message>
    <message>
        <source>From mark to mark</source>
        <translation>Von Marke zu Marke</translation>
    </message>
    <message>
        <source>The papers of a mark</source>
        <translation>Die Artikel einer Marke</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>No setting is called like this.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Schreibtisch</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Your own are files in the folder themes.</source>
        <translation>Eigene sind Dateien im Ordner themes.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Messages and lists appear where they would slide.</source>
        <translation>Meldungen und Listen erscheinen, statt hereinzugleiten.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Like Vim</source>
        <translation>Wie Vim</translation>
    </message>
    <message>
        <source>Like Emacs</source>
        <translation>Wie Emacs</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>The map below your own keys, which are on the page Keys.</source>
        <translation>Die Belegung unter den eigenen Tasten; diese stehen auf der Seite „Tasten“.</translation>
    </message>
    <message>
        <source>Keys of the moment</source>
        <translation>Tasten des Augenblicks</translation>
    </message>
    <message>
        <source>Along the bottom edge of the window.</source>
        <translation>Am unteren Rand des Fensters.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>An empty note begins with</source>
        <translation>Eine leere Notiz beginnt mit</translation>
    </message>
    <message>
        <source>A template. Your own are files in the folder templates/notes.</source>
        <translation>Eine Vorlage. Eigene sind Dateien im Ordner templates/notes.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From when the window opens next.</source>
        <translation>Ab dem nächsten Öffnen des Fensters.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>When long work is done while you are elsewhere.</source>
        <translation>Wenn Langes fertig ist, während ein anderes Fenster vorn ist.</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>No link was followed to here.</source>
        <translation>Hierher führte kein Link.</translation>
    </message>
    <message>
        <source>Go to a paper first; this lists those that are like it.</source>
        <translation>Erst zu einem Artikel gehen; dies listet ähnliche auf.</translation>
    </message>
    <message>
        <source>Go to one paper first; this writes its note.</source>
        <translation>Erst zu einem Artikel gehen; dies schreibt seine Notiz.</translation>
    </message>
</context>
<context>
    <name>HighlightBar</name>
    <message>
        <source>← → word · ↑ ↓ sentence · Shift more · 1–4 colour · Esc</source>
        <translation>← → Wort · ↑ ↓ Satz · Umschalt mehr · 1–4 Farbe · Esc</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Comment (c)</source>
        <translation>Kommentieren (c)</translation>
    </message>
    <message>
        <source>Delete the highlight (Del)</source>
        <translation>Markierung löschen (Entf)</translation>
    </message>
    <message>
        <source>Comment on the highlight</source>
        <translation>Markierung kommentieren</translation>
    </message>
    <message>
        <source>Comment; Enter keeps it, Esc does not</source>
        <translation>Kommentar; Enter behält ihn, Esc nicht</translation>
    </message>
    <message>
        <source>1–4 colour · c comment · Del · h next · Esc</source>
        <translation>1–4 Farbe · c Kommentar · Entf · h nächste · Esc</translation>
    </message>
</context>
<context>
    <name>HighlightLine</name>
    <message>
        <source>Enter goes to it, 1 to 4 colour it, c comments on it, Del deletes it</source>
        <translation>Enter geht dorthin, 1 bis 4 färben sie, c kommentiert sie, Entf löscht sie</translation>
    </message>
</context>
<context>
    <name>HighlightList</name>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>und {} weitere</translation>
    </message>
</context>
<context>
    <name>Highlights</name>
    <message>
        <source>{highlight}. In: {title}</source>
        <translation>{highlight}. In: {title}</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>{colour}: “{quote}”</source>
        <translation>{colour}: „{quote}“</translation>
    </message>
    <message>
        <source>No longer in the text</source>
        <translation>Nicht mehr im Text</translation>
    </message>
    <message>
        <source>Comment: {}</source>
        <translation>Kommentar: {}</translation>
    </message>
</context>
<context>
    <name>HighlightsDialog</name>
    <message>
        <source>1–4 colour, 0 all, / words, t tag, Enter goes to the paper</source>
        <translation>1–4 Farbe, 0 alle, / Wörter, t Schlagwort, Enter geht zum Artikel</translation>
    </message>
    <message>
        <source>Nothing is highlighted like that. h highlights a passage of a paper.</source>
        <translation>So ist nichts markiert. h markiert eine Stelle eines Artikels.</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Words of a passage, comment or title</source>
        <translation>Wörter einer Stelle, eines Kommentars oder Titels</translation>
    </message>
    <message>
        <source>Words to find highlights by</source>
        <translation>Wörter, nach denen Markierungen gesucht werden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Alle Farben</translation>
    </message>
    <message>
        <source>Tag of the papers</source>
        <translation>Schlagwort der Artikel</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>Highlights, the newest first</source>
        <translation>Markierungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go to the paper</source>
        <translation>Zum Artikel gehen</translation>
    </message>
    <message>
        <source>1 highlight</source>
        <translation>1 Markierung</translation>
    </message>
    <message>
        <source>{} highlights</source>
        <translation>{} Markierungen</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Steps, the latest first</source>
        <translation>Schritte, der letzte zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{} (undone)</source>
        <translation>{} (rückgängig gemacht)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Noch wurde nichts getan.</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Do these again</source>
        <translation>Diese wiederherstellen</translation>
    </message>
    <message>
        <source>Undo down to here</source>
        <translation>Bis hierher rückgängig machen</translation>
    </message>
    <message>
        <source>Steps: {}</source>
        <translation>Schritte: {}</translation>
    </message>
    <message>
        <source>{} steps done again.</source>
        <translation>{} Schritte wiederhergestellt.</translation>
    </message>
    <message>
        <source>{} steps undone.</source>
        <translation>{} Schritte rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>Icons</name>
    <message>
        <source>Funnel</source>
        <translation>Trichter</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Highlighter</source>
        <translation>Textmarker</translation>
    </message>
    <message>
        <source>Globe</source>
        <translation>Globus</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>ImportNotesDialog</name>
    <message>
        <source>Changed there and here, left alone: {}</source>
        <translation>Dort und hier geändert, so gelassen: {}</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>Notizen importieren</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Decide conflicts…</source>
        <translation>Konflikte entscheiden …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not from reader</source>
        <translation>
            <numerusform>%Ln Datei nicht von reader</numerusform>
            <numerusform>%Ln Dateien nicht von reader</numerusform>
        </translation>
    </message>
    <message>
        <source>They have no reader-id, so they are not imported.</source>
        <translation>Sie haben keine reader-id und werden nicht importiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unverändert</numerusform>
            <numerusform>%Ln unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed there and here</source>
        <translation>
            <numerusform>%Ln dort und hier geändert</numerusform>
            <numerusform>%Ln dort und hier geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) to import from {}</source>
        <translation>
            <numerusform>%Ln Datei aus {} zu importieren</numerusform>
            <numerusform>%Ln Dateien aus {} zu importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import {}</source>
        <translation>{} importieren</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Title of the digest</source>
        <translation>Titel des Digests</translation>
    </message>
    <message>
        <source>Date of the digest</source>
        <translation>Datum des Digests</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Papers found</source>
        <translation>Gefundene Artikel</translation>
    </message>
    <message>
        <source>Entry {}: {}</source>
        <translation>Eintrag {}: {}</translation>
    </message>
    <message>
        <source>What was passed over or repaired</source>
        <translation>Was übergangen oder ausgebessert wurde</translation>
    </message>
    <message>
        <source>Import all {}</source>
        <translation>Alle {} importieren</translation>
    </message>
    <message>
        <source>Also those still to come, unasked: Ctrl+Enter</source>
        <translation>Auch die noch folgenden, ohne Rückfrage: Strg+Eingabe</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import digests</source>
        <translation>Digests importieren</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>There is no text to import in what was copied.</source>
        <translation>Im Kopierten ist kein Text, der importiert werden könnte.</translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation>{} ist nicht lesbar: {}.</translation>
    </message>
    <message>
        <source>Everything in {} was here already</source>
        <translation>Alles in {} war schon da</translation>
    </message>
    <message>
        <source>Reading {}</source>
        <translation>{} wird gelesen</translation>
    </message>
    <message>
        <source>Importing {}</source>
        <translation>{} wird importiert</translation>
    </message>
</context>
<context>
    <name>Indexing</name>
    <message>
        <source>Indexing</source>
        <translation>Index wird erstellt</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Something went wrong inside reader ({}).</source>
        <translation>In reader ist etwas schiefgegangen ({}).</translation>
    </message>
    <message>
        <source>What was saved is safe; reader.log beside the library has the details.</source>
        <translation>Gesichertes ist unversehrt; Näheres steht in reader.log neben der Bibliothek.</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Keep the notes exported in a folder</source>
        <translation>Notizen laufend in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>No folder is kept up to date</source>
        <translation>Kein Ordner wird aktuell gehalten</translation>
    </message>
    <message>
        <source>From now on {} is kept up to date</source>
        <translation>{} wird ab jetzt aktuell gehalten</translation>
    </message>
    <message>
        <source>{} is no longer kept up to date; its files stay</source>
        <translation>{} wird nicht mehr aktuell gehalten; seine Dateien bleiben</translation>
    </message>
    <message>
        <source>Changed there and here, left alone: {}</source>
        <translation>Dort und hier geändert, so gelassen: {}</translation>
    </message>
</context>
<context>
    <name>KeptRow</name>
    <message>
        <source>Keep the notes exported</source>
        <translation>Notizen laufend exportieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Keep the notes exported no longer</source>
        <translation>Notizen nicht mehr laufend exportieren</translation>
    </message>
    <message>
        <source>As Markdown files in a folder, which follow each change.</source>
        <translation>Als Markdown-Dateien in einem Ordner, die jeder Änderung folgen.</translation>
    </message>
    <message>
        <source>Markdown folder export</source>
        <translation>Markdown Ordner exportieren</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Anderen wählen …</translation>
    </message>
    <message>
        <source>In {}, after each change.</source>
        <translation>In {}, nach jeder Änderung.</translation>
    </message>
</context>
<context>
    <name>KeyCapture</name>
    <message>
        <source>Press the new key, or several one after the other</source>
        <translation>Die neue Taste drücken, oder mehrere nacheinander</translation>
    </message>
</context>
<context>
    <name>KeyColumn</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Keys of the moment</source>
        <translation>Tasten des Augenblicks</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild ↑</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ↓</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
</context>
<context>
    <name>KeysModel</name>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>{title}: {keys}</source>
        <translation>{title}: {keys}</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>Weitere hinzufügen …</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter does it all the same. Esc leaves.</source>
        <translation>Die Eingabetaste tut es trotzdem. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Enter changes the keys, + adds another, Backspace takes them away.</source>
        <translation>Eingabe ändert die Tasten, + fügt eine hinzu, die Rücktaste entfernt sie.</translation>
    </message>
    <message>
        <source>No action is called like this.</source>
        <translation>Keine Aktion heißt so.</translation>
    </message>
    <message>
        <source>Backspace takes the keys away. Esc leaves it as it is.</source>
        <translation>Die Rücktaste entfernt die Tasten. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Enter does it. Esc leaves.</source>
        <translation>Die Eingabetaste tut es. Esc bricht ab.</translation>
    </message>
    <message>
        <source>New key for “{}”</source>
        <translation>Neue Taste für „{}“</translation>
    </message>
    <message>
        <source>{} from “{}”</source>
        <translation>{} von „{}“</translation>
    </message>
    <message>
        <source> and {} more</source>
        <translation> und {} weitere</translation>
    </message>
    <message>
        <source>Once more does it.</source>
        <translation>Noch einmal, und es geschieht.</translation>
    </message>
    <message>
        <source>This takes {}.</source>
        <translation>Das belegt {} neu.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>The larger and stronger a square, the more was read</source>
        <translation>Je größer und kräftiger ein Quadrat, desto mehr wurde gelesen</translation>
    </message>
</context>
<context>
    <name>Libraries</name>
    <message>
        <source>Open another library</source>
        <translation>Andere Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Choose an empty folder for the new library</source>
        <translation>Leeren Ordner für die neue Bibliothek wählen</translation>
    </message>
    <message>
        <source>Choose an empty folder to move this library to</source>
        <translation>Einen leeren Ordner wählen, in den diese Bibliothek soll</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>Zuletzt geöffnete Bibliotheken</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>no title</source>
        <translation>kein Titel</translation>
    </message>
    <message>
        <source>Open the page or the document that lists the papers and copy its text.</source>
        <translation>Die Seite oder das Dokument mit der Liste der Artikel öffnen und den Text kopieren.</translation>
    </message>
    <message>
        <source>This is a web page (HTML) or XML, not the text of one.</source>
        <translation>Dies ist eine Webseite (HTML) oder XML, nicht ihr Text.</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ein PDF</translation>
    </message>
    <message>
        <source>a zip archive or an office document</source>
        <translation>ein Zip-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
        <source>Unpack it, or copy its text.</source>
        <translation>Bitte auspacken oder den Text kopieren.</translation>
    </message>
    <message>
        <source>an empty zip archive</source>
        <translation>ein leeres Zip-Archiv</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Bitte erst auspacken.</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>ein bzip2-Archiv</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>ein xz-Archiv</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>ein 7z-Archiv</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>Export its papers as text.</source>
        <translation>Bitte ihre Artikel als Text exportieren.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a picture, sound or film</source>
        <translation>ein Bild, Ton oder Film</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
        <source>a rich-text document</source>
        <translation>ein RTF-Dokument</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>ein PostScript-Dokument</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a PubMed export</source>
        <translation>ein Export aus PubMed</translation>
    </message>
    <message>
        <source>an arXiv listing mail</source>
        <translation>eine Listen-Mail von arXiv</translation>
    </message>
    <message>
        <source>an e-mail</source>
        <translation>eine E-Mail</translation>
    </message>
    <message>
        <source>a web page (HTML) or XML</source>
        <translation>eine Webseite (HTML) oder XML</translation>
    </message>
    <message>
        <source>This looks like a login page, not a list of papers.</source>
        <translation>Dies scheint eine Anmeldeseite zu sein, keine Liste von Artikeln.</translation>
    </message>
    <message>
        <source>This is not text.</source>
        <translation>Dies ist kein Text.</translation>
    </message>
    <message>
        <source>This looks like the error page of a web site, not a list of papers.</source>
        <translation>Dies scheint die Fehlerseite einer Website zu sein, keine Liste von Artikeln.</translation>
    </message>
    <message>
        <source>Open the page in a browser, select all, copy, and paste it here.</source>
        <translation>Bitte die Seite im Browser öffnen, alles markieren, kopieren und hier einfügen.</translation>
    </message>
    <message>
        <source>No papers were found in this text.</source>
        <translation>In diesem Text wurden keine Artikel gefunden.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>In dieser Datei ist kein Text.</translation>
    </message>
    <message>
        <source>It begins with “{}”.</source>
        <translation>Sie beginnt mit „{}“.</translation>
    </message>
    <message>
        <source>This looks like {}, but no paper could be read in it.</source>
        <translation>Dies scheint {} zu sein, doch war kein Artikel darin zu lesen.</translation>
    </message>
    <message>
        <source>Line {} is “{}”.</source>
        <translation>Zeile {} lautet „{}“.</translation>
    </message>
    <message>
        <source>Expected was {}.</source>
        <translation>Erwartet war: {}.</translation>
    </message>
    <message>
        <source>This is {}, not a list of papers.</source>
        <translation>Dies ist {}, keine Liste von Artikeln.</translation>
    </message>
    <message>
        <source>Byte {} is {:#04x}; expected was text that lists papers.</source>
        <translation>Byte {} ist {:#04x}; erwartet war Text mit einer Liste von Artikeln.</translation>
    </message>
    <message>
        <source>Answer of arXiv&apos;s API</source>
        <translation>Antwort der API von arXiv</translation>
    </message>
    <message>
        <source>an Atom answer of export.arxiv.org/api/query</source>
        <translation>eine Atom-Antwort von export.arxiv.org/api/query</translation>
    </message>
    <message>
        <source>arXiv refused the question that this is the answer to.</source>
        <translation>arXiv hat die Anfrage abgelehnt, auf die dies die Antwort ist.</translation>
    </message>
    <message>
        <source>Ask again with other identifiers.</source>
        <translation>Bitte noch einmal mit anderen Kennungen fragen.</translation>
    </message>
    <message>
        <source>It says “{}”.</source>
        <translation>Dort steht „{}“.</translation>
    </message>
    <message>
        <source>arXiv listing mail</source>
        <translation>Listen-Mail von arXiv</translation>
    </message>
    <message>
        <source>an arXiv mail with papers between lines of \\</source>
        <translation>eine Mail von arXiv mit Artikeln zwischen Zeilen aus \\</translation>
    </message>
    <message>
        <source>The text stops in the middle of this paper.</source>
        <translation>Der Text bricht mitten in diesem Artikel ab.</translation>
    </message>
    <message>
        <source>no abstract</source>
        <translation>keine Zusammenfassung</translation>
    </message>
    <message>
        <source>Line {}: an entry without number and title was passed over.</source>
        <translation>Zeile {}: Ein Eintrag ohne Nummer und Titel wurde übergangen.</translation>
    </message>
    <message>
        <source>BibTeX or BibLaTeX</source>
        <translation>BibTeX oder BibLaTeX</translation>
    </message>
    <message>
        <source>BibTeX entries such as @article{…}</source>
        <translation>BibTeX-Einträge wie @article{…}</translation>
    </message>
    <message>
        <source>This BibTeX file has no entry that could be read.</source>
        <translation>Diese BibTeX-Datei hat keinen lesbaren Eintrag.</translation>
    </message>
    <message>
        <source>Line {}: this entry is not whole: “{}”.</source>
        <translation>Zeile {}: Dieser Eintrag ist unvollständig: „{}“.</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>a bookmark file of a browser</source>
        <translation>eine Datei mit Lesezeichen eines Browsers</translation>
    </message>
    <message>
        <source>a CITATION.cff file</source>
        <translation>eine CITATION.cff</translation>
    </message>
    <message>
        <source>List of papers as JSON</source>
        <translation>Liste von Artikeln als JSON</translation>
    </message>
    <message>
        <source>JSON or JSON Lines of papers with title and authors</source>
        <translation>JSON oder JSON Lines von Artikeln mit Titel und Autoren</translation>
    </message>
    <message>
        <source>CSL-JSON items with type and title</source>
        <translation>Einträge in CSL-JSON mit Art und Titel</translation>
    </message>
    <message>
        <source>EndNote (.enw)</source>
        <translation>EndNote (.enw)</translation>
    </message>
    <message>
        <source>EndNote records that begin with “%0 ”</source>
        <translation>EndNote-Einträge, die mit „%0 “ beginnen</translation>
    </message>
    <message>
        <source>EndNote XML</source>
        <translation>EndNote-XML</translation>
    </message>
    <message>
        <source>an XML export of EndNote</source>
        <translation>ein XML-Export aus EndNote</translation>
    </message>
    <message>
        <source>Feed (RSS or Atom)</source>
        <translation>Feed (RSS oder Atom)</translation>
    </message>
    <message>
        <source>an RSS or Atom feed</source>
        <translation>ein Feed (RSS oder Atom)</translation>
    </message>
    <message>
        <source>The feed is damaged or cut off ({}); what could be read is here.</source>
        <translation>Der Feed ist beschädigt oder abgeschnitten ({}); was lesbar war, ist hier.</translation>
    </message>
    <message>
        <source>Hugging Face papers</source>
        <translation>Artikel von Hugging Face</translation>
    </message>
    <message>
        <source>the JSON or the saved page of Hugging Face&apos;s daily papers</source>
        <translation>das JSON oder die gesicherte Seite der täglichen Artikel von Hugging Face</translation>
    </message>
    <message>
        <source>Instapaper export</source>
        <translation>Export aus Instapaper</translation>
    </message>
    <message>
        <source>a CSV export of Instapaper</source>
        <translation>ein CSV-Export aus Instapaper</translation>
    </message>
    <message>
        <source>Web of Science (ISI)</source>
        <translation>Web of Science (ISI)</translation>
    </message>
    <message>
        <source>Web of Science records that begin with “PT ”</source>
        <translation>Einträge aus Web of Science, die mit „PT “ beginnen</translation>
    </message>
    <message>
        <source>Line {}: a record without title and authors was passed over.</source>
        <translation>Zeile {}: Ein Eintrag ohne Titel und Autoren wurde übergangen.</translation>
    </message>
    <message>
        <source>title not known yet</source>
        <translation>Titel noch nicht bekannt</translation>
    </message>
    <message>
        <source>List of identifiers and links</source>
        <translation>Liste von Kennungen und Links</translation>
    </message>
    <message>
        <source>arXiv numbers, DOIs or addresses of papers, one or more a line</source>
        <translation>arXiv-Nummern, DOIs oder Adressen von Artikeln, eine oder mehrere je Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more line(s) not understood.</source>
        <translation>
            <numerusform>%Ln weitere Zeile nicht verstanden.</numerusform>
            <numerusform>%Ln weitere Zeilen nicht verstanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>title as written beside the link</source>
        <translation>Titel, wie er neben dem Link steht</translation>
    </message>
    <message>
        <source>Line {} was not understood: “{}”.</source>
        <translation>Zeile {} wurde nicht verstanden: „{}“.</translation>
    </message>
    <message>
        <source>Markdown list</source>
        <translation>Markdown-Liste</translation>
    </message>
    <message>
        <source>a Markdown list or table that links papers</source>
        <translation>eine Liste oder Tabelle in Markdown mit Links zu Artikeln</translation>
    </message>
    <message>
        <source>PubMed (.nbib)</source>
        <translation>PubMed (.nbib)</translation>
    </message>
    <message>
        <source>PubMed records that begin with “PMID- ”</source>
        <translation>PubMed-Einträge, die mit „PMID- “ beginnen</translation>
    </message>
    <message>
        <source>Line {}: a record without title was passed over.</source>
        <translation>Zeile {}: Ein Eintrag ohne Titel wurde übergangen.</translation>
    </message>
    <message>
        <source>NEP report (RePEc)</source>
        <translation>NEP-Bericht (RePEc)</translation>
    </message>
    <message>
        <source>a NEP report with numbered papers</source>
        <translation>ein NEP-Bericht mit nummerierten Artikeln</translation>
    </message>
    <message>
        <source>Omnivore export</source>
        <translation>Export aus Omnivore</translation>
    </message>
    <message>
        <source>a JSON export of Omnivore</source>
        <translation>ein JSON-Export aus Omnivore</translation>
    </message>
    <message>
        <source>OpenAlex (JSON)</source>
        <translation>OpenAlex (JSON)</translation>
    </message>
    <message>
        <source>works as OpenAlex gives them</source>
        <translation>Werke, wie OpenAlex sie angibt</translation>
    </message>
    <message>
        <source>OpenReview (JSON)</source>
        <translation>OpenReview (JSON)</translation>
    </message>
    <message>
        <source>notes as OpenReview&apos;s API gives them</source>
        <translation>Notes, wie die API von OpenReview sie angibt</translation>
    </message>
    <message numerus="yes">
        <source>This is a list of %Ln subscription(s) (OPML), not of papers.</source>
        <translation>
            <numerusform>Dies ist eine Liste von %Ln Abonnement (OPML), nicht von Artikeln.</numerusform>
            <numerusform>Dies ist eine Liste von %Ln Abonnements (OPML), nicht von Artikeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>OPML (subscriptions)</source>
        <translation>OPML (Abonnements)</translation>
    </message>
    <message>
        <source>a feed; OPML is recognised but lists no papers</source>
        <translation>ein Feed; OPML wird erkannt, nennt aber keine Artikel</translation>
    </message>
    <message>
        <source>Import a feed itself: open its address in a browser, save it, and drop the file.</source>
        <translation>Bitte einen Feed selbst importieren: seine Adresse im Browser öffnen, ihn sichern und die Datei hierher ziehen.</translation>
    </message>
    <message>
        <source>It names {}.</source>
        <translation>Sie nennt {}.</translation>
    </message>
    <message>
        <source>Papis (info.yaml)</source>
        <translation>Papis (info.yaml)</translation>
    </message>
    <message>
        <source>an info.yaml of Papis</source>
        <translation>eine info.yaml von Papis</translation>
    </message>
    <message>
        <source>Pocket export</source>
        <translation>Export aus Pocket</translation>
    </message>
    <message>
        <source>an export of Pocket (CSV or HTML)</source>
        <translation>ein Export aus Pocket (CSV oder HTML)</translation>
    </message>
    <message>
        <source>PubMed XML</source>
        <translation>PubMed-XML</translation>
    </message>
    <message>
        <source>a PubmedArticleSet</source>
        <translation>ein PubmedArticleSet</translation>
    </message>
    <message>
        <source>Raindrop export</source>
        <translation>Export aus Raindrop</translation>
    </message>
    <message>
        <source>a CSV export of Raindrop</source>
        <translation>ein CSV-Export aus Raindrop</translation>
    </message>
    <message>
        <source>Reading list exported by reader</source>
        <translation>Leseliste, von reader exportiert</translation>
    </message>
    <message>
        <source>the one Markdown document that reader exported</source>
        <translation>das eine Markdown-Dokument, das reader exportiert hat</translation>
    </message>
    <message>
        <source>Note exported by reader</source>
        <translation>Notiz, von reader exportiert</translation>
    </message>
    <message>
        <source>a Markdown file that reader exported</source>
        <translation>eine Markdown-Datei, die reader exportiert hat</translation>
    </message>
    <message>
        <source>Readwise export</source>
        <translation>Export aus Readwise</translation>
    </message>
    <message>
        <source>a CSV export of Readwise</source>
        <translation>ein CSV-Export aus Readwise</translation>
    </message>
    <message>
        <source>RIS records that begin with “TY  - ”</source>
        <translation>RIS-Einträge, die mit „TY  - “ beginnen</translation>
    </message>
    <message>
        <source>This RIS file has no record that could be read.</source>
        <translation>Diese RIS-Datei hat keinen lesbaren Eintrag.</translation>
    </message>
    <message>
        <source>Each begins with a line such as “TY  - JOUR”.</source>
        <translation>Jeder beginnt mit einer Zeile wie „TY  - JOUR“.</translation>
    </message>
    <message>
        <source>Line {}: a record without a type was passed over.</source>
        <translation>Zeile {}: Ein Eintrag ohne Art wurde übergangen.</translation>
    </message>
    <message>
        <source>Google Scholar alert</source>
        <translation>Benachrichtigung von Google Scholar</translation>
    </message>
    <message>
        <source>a mail of Google Scholar alerts</source>
        <translation>eine Mail mit Benachrichtigungen von Google Scholar</translation>
    </message>
    <message>
        <source>Semantic Scholar (JSON)</source>
        <translation>Semantic Scholar (JSON)</translation>
    </message>
    <message>
        <source>papers as Semantic Scholar&apos;s API gives them</source>
        <translation>Artikel, wie die API von Semantic Scholar sie angibt</translation>
    </message>
    <message>
        <source>Text of a trending-papers page</source>
        <translation>Text einer Seite mit gefragten Artikeln</translation>
    </message>
    <message>
        <source>titles and abstracts in turn, as copied from a page of papers</source>
        <translation>Titel und Zusammenfassungen im Wechsel, wie von einer Seite mit Artikeln kopiert</translation>
    </message>
    <message>
        <source>The text stops in the middle of the last abstract.</source>
        <translation>Der Text bricht mitten in der letzten Zusammenfassung ab.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s) appeared twice; kept once.</source>
        <translation>
            <numerusform>%Ln Artikel kam doppelt vor; einmal behalten.</numerusform>
            <numerusform>%Ln Artikel kamen doppelt vor; je einmal behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>very long title</source>
        <translation>sehr langer Titel</translation>
    </message>
    <message>
        <source>title looks like a sentence</source>
        <translation>Titel sieht nach einem Satz aus</translation>
    </message>
    <message>
        <source>very short abstract</source>
        <translation>sehr kurze Zusammenfassung</translation>
    </message>
    <message>
        <source>abstract may be cut off</source>
        <translation>Zusammenfassung vielleicht abgeschnitten</translation>
    </message>
    <message>
        <source>wallabag export</source>
        <translation>Export aus wallabag</translation>
    </message>
    <message>
        <source>a JSON or CSV export of wallabag</source>
        <translation>ein Export aus wallabag (JSON oder CSV)</translation>
    </message>
    <message>
        <source>Web page with links to papers</source>
        <translation>Webseite mit Links zu Artikeln</translation>
    </message>
    <message>
        <source>a web page that links papers</source>
        <translation>eine Webseite mit Links zu Artikeln</translation>
    </message>
    <message>
        <source>title as written in the link</source>
        <translation>Titel, wie er im Link steht</translation>
    </message>
    <message>
        <source>Zotero CSV</source>
        <translation>Zotero-CSV</translation>
    </message>
    <message>
        <source>a CSV export of Zotero</source>
        <translation>ein CSV-Export aus Zotero</translation>
    </message>
    <message>
        <source>Zotero database</source>
        <translation>Datenbank von Zotero</translation>
    </message>
    <message>
        <source>a zotero.sqlite</source>
        <translation>eine zotero.sqlite</translation>
    </message>
    <message>
        <source>Close Zotero and try again, or export the library from it as RDF.</source>
        <translation>Bitte Zotero schließen und es noch einmal versuchen, oder die Bibliothek dort als RDF exportieren.</translation>
    </message>
    <message>
        <source>This Zotero database cannot be read: {}.</source>
        <translation>Diese Datenbank von Zotero ist nicht lesbar: {}.</translation>
    </message>
    <message>
        <source>Zotero RDF</source>
        <translation>Zotero-RDF</translation>
    </message>
    <message>
        <source>an RDF export of Zotero</source>
        <translation>ein RDF-Export aus Zotero</translation>
    </message>
    <message>
        <source>an author&apos;s name is too long to be one</source>
        <translation>der Name eines Autors ist zu lang, um einer zu sein</translation>
    </message>
    <message>
        <source>year {} cannot be</source>
        <translation>das Jahr {} kann nicht sein</translation>
    </message>
    <message>
        <source>This file is too large: {} MB.</source>
        <translation>Diese Datei ist zu groß: {} MB.</translation>
    </message>
    <message>
        <source>This digest holds more than {} papers.</source>
        <translation>Dieser Digest enthält mehr als {} Artikel.</translation>
    </message>
    <message>
        <source>One paper of this digest would be longer than {} MB.</source>
        <translation>Ein Artikel dieses Digests wäre länger als {} MB.</translation>
    </message>
    <message>
        <source>The limit is {} MB a file; split it.</source>
        <translation>Die Grenze ist {} MB je Datei; bitte aufteilen.</translation>
    </message>
    <message>
        <source>The limit is {} papers a digest; split it.</source>
        <translation>Die Grenze ist {} Artikel je Digest; bitte aufteilen.</translation>
    </message>
    <message>
        <source>It begins on line {}: “{}”.</source>
        <translation>Er beginnt in Zeile {}: „{}“.</translation>
    </message>
    <message>
        <source>The limit is {} MB a paper.</source>
        <translation>Die Grenze ist {} MB je Artikel.</translation>
    </message>
    <message>
        <source>Save what you need of it and import that.</source>
        <translation>Bitte das Nötige davon sichern und importieren.</translation>
    </message>
    <message>
        <source>This message has more than {} parts.</source>
        <translation>Diese Nachricht hat mehr als {} Teile.</translation>
    </message>
    <message>
        <source>the copied text of a page of papers, identifiers or links, an arXiv mail, BibTeX, RIS, a feed, or what a reference manager or read-later service exports</source>
        <translation>der kopierte Text einer Seite mit Artikeln, Kennungen oder Links, eine Mail von arXiv, BibTeX, RIS, ein Feed oder der Export einer Literaturverwaltung oder eines Dienstes zum späteren Lesen</translation>
    </message>
    <message>
        <source>This message names no papers.</source>
        <translation>Diese Nachricht nennt keine Artikel.</translation>
    </message>
    <message>
        <source>None of the {} files in {} lists papers.</source>
        <translation>Keine der {} Dateien in {} nennt Artikel.</translation>
    </message>
    <message>
        <source>There is no format named “{}”.</source>
        <translation>Es gibt kein Format namens „{}“.</translation>
    </message>
    <message>
        <source>Such a file is damaged or hostile.</source>
        <translation>Eine solche Datei ist beschädigt oder bösartig.</translation>
    </message>
    <message>
        <source>Its subject is “{}”.</source>
        <translation>Ihr Betreff ist „{}“.</translation>
    </message>
    <message>
        <source>{} is empty.</source>
        <translation>{} ist leer.</translation>
    </message>
    <message>
        <source>The first is {}</source>
        <translation>Die erste ist {}</translation>
    </message>
    <message>
        <source>There are: {}.</source>
        <translation>Es gibt: {}.</translation>
    </message>
    <message>
        <source>{} is nested too deeply to be read.</source>
        <translation>{} ist zu tief verschachtelt, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Dies</translation>
    </message>
    <message>
        <source>Nothing was imported. Please report this with the file.</source>
        <translation>Nichts wurde importiert. Bitte dies mit der Datei melden.</translation>
    </message>
    <message>
        <source>This digest needed too much memory to read.</source>
        <translation>Dieser Digest brauchte beim Lesen zu viel Speicher.</translation>
    </message>
    <message>
        <source>That is the limit for a file of this size; split it, or report it to us.</source>
        <translation>Das ist die Grenze für eine Datei dieser Größe; bitte aufteilen oder uns melden.</translation>
    </message>
    <message>
        <source>This digest took more than {} seconds to read.</source>
        <translation>Diesen Digest zu lesen dauerte länger als {} Sekunden.</translation>
    </message>
    <message>
        <source>The parser stopped unexpectedly ({}).</source>
        <translation>Der Parser ist unerwartet stehen geblieben ({}).</translation>
    </message>
    <message>
        <source>The parser&apos;s answer was damaged.</source>
        <translation>Die Antwort des Parsers war beschädigt.</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>Bitte aufteilen.</translation>
    </message>
    <message>
        <source>The limit for a file of this size is {} MB; split it.</source>
        <translation>Die Grenze für eine Datei dieser Größe ist {} MB; bitte aufteilen.</translation>
    </message>
    <message>
        <source>It is damaged or cut off: {}.</source>
        <translation>Sie ist beschädigt oder abgeschnitten: {}.</translation>
    </message>
    <message>
        <source>It is no JSON.</source>
        <translation>Dies ist kein JSON.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Sie ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Line {} is damaged: {}.</source>
        <translation>Zeile {} ist beschädigt: {}.</translation>
    </message>
    <message>
        <source>This is no XML that could be read.</source>
        <translation>Dies ist kein lesbares XML.</translation>
    </message>
    <message>
        <source>This page is empty.</source>
        <translation>Diese Seite ist leer.</translation>
    </message>
    <message>
        <source>Such a file is damaged or hostile; it is not read.</source>
        <translation>Eine solche Datei ist beschädigt oder bösartig; sie wird nicht gelesen.</translation>
    </message>
    <message>
        <source>This is nested more than {} elements deep.</source>
        <translation>Dies ist mehr als {} Elemente tief verschachtelt.</translation>
    </message>
    <message>
        <source>The element is &lt;{}&gt; at letter {}.</source>
        <translation>Das Element ist &lt;{}&gt; bei Buchstabe {}.</translation>
    </message>
    <message>
        <source>This YAML uses aliases, which are not read.</source>
        <translation>Dieses YAML verwendet Aliase; sie werden nicht gelesen.</translation>
    </message>
    <message>
        <source>This is no YAML that could be read.</source>
        <translation>Dies ist kein lesbares YAML.</translation>
    </message>
    <message>
        <source>This YAML is nested more than {} deep.</source>
        <translation>Dieses YAML ist mehr als {} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is on line {}.</source>
        <translation>Es ist in Zeile {}.</translation>
    </message>
    <message>
        <source>The trouble is on line {}.</source>
        <translation>Es liegt an Zeile {}.</translation>
    </message>
    <message>
        <source>Some letters had been garbled by a wrong encoding and were repaired.</source>
        <translation>Einige Buchstaben waren durch eine falsche Kodierung entstellt und wurden repariert.</translation>
    </message>
    <message>
        <source>Some bytes could not be read and became �.</source>
        <translation>Einige Bytes waren nicht lesbar und wurden zu �.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) could not be read and became �.</source>
        <translation>
            <numerusform>%Ln Buchstabe war nicht lesbar und wurde zu �.</numerusform>
            <numerusform>%Ln Buchstaben waren nicht lesbar und wurden zu �.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpack it with another program and import what is inside.</source>
        <translation>Bitte mit einem anderen Programm auspacken und den Inhalt importieren.</translation>
    </message>
    <message>
        <source>Unpack it and import what is inside.</source>
        <translation>Bitte auspacken und den Inhalt importieren.</translation>
    </message>
    <message>
        <source>{} holds archives in archives more than {} deep.</source>
        <translation>{} enthält Archive in Archiven, mehr als {} tief.</translation>
    </message>
    <message>
        <source>Import fewer at a time.</source>
        <translation>Bitte weniger auf einmal importieren.</translation>
    </message>
    <message>
        <source>{} holds more than {} files.</source>
        <translation>{} enthält mehr als {} Dateien.</translation>
    </message>
    <message>
        <source>{} is a damaged zip archive: {}.</source>
        <translation>{} ist ein beschädigtes Zip-Archiv: {}.</translation>
    </message>
    <message>
        <source>{} is a damaged gzip file: {}.</source>
        <translation>{} ist eine beschädigte gzip-Datei: {}.</translation>
    </message>
    <message>
        <source>{} unpacks to more than it should: {} MB and on.</source>
        <translation>{} wird ausgepackt größer als erlaubt: über {} MB.</translation>
    </message>
    <message>
        <source>The limit is {} MB, and {} times the packed size.</source>
        <translation>Die Grenze ist {} MB und das {}-Fache der gepackten Größe.</translation>
    </message>
    <message>
        <source>{} is no list of papers; it was passed over.</source>
        <translation>{} ist keine Liste von Artikeln und wurde übergangen.</translation>
    </message>
    <message>
        <source>{} cannot be unpacked: {}.</source>
        <translation>{} lässt sich nicht auspacken: {}.</translation>
    </message>
    <message>
        <source>the file is too long</source>
        <translation>die Datei ist zu lang</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>die Datei ist kein UTF-8</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be exported:</source>
        <translation>Der Datenträger ist voll, daher ließ sich dies nicht exportieren:</translation>
    </message>
    <message>
        <source>Free some space</source>
        <translation>Bitte Platz schaffen</translation>
    </message>
    <message>
        <source>This cannot be written or read:</source>
        <translation>Dies ist nicht zu schreiben oder zu lesen:</translation>
    </message>
    <message>
        <source>Change its permissions</source>
        <translation>Bitte die Rechte ändern</translation>
    </message>
    <message>
        <source>This could not be exported:</source>
        <translation>Dies ließ sich nicht exportieren:</translation>
    </message>
    <message>
        <source>{} or choose another folder, then export again; the old file is intact.</source>
        <translation>{} oder einen anderen Ordner wählen, dann noch einmal exportieren; die alte Datei ist unversehrt.</translation>
    </message>
    <message>
        <source>{}. Put it right</source>
        <translation>{}. Bitte das beheben</translation>
    </message>
    <message>
        <source>The folder for notes is gone:</source>
        <translation>Der Ordner für Notizen ist weg:</translation>
    </message>
    <message>
        <source>Was it moved, or its disk removed? It is looked for again by and by.</source>
        <translation>Wurde er verschoben oder sein Datenträger entfernt? Er wird von Zeit zu Zeit wieder gesucht.</translation>
    </message>
    <message>
        <source>There is no format “{}” to export to.</source>
        <translation>Ein Format „{}“ für den Export gibt es nicht.</translation>
    </message>
    <message>
        <source>the front matter has no end</source>
        <translation>der Kopf der Datei hat kein Ende</translation>
    </message>
    <message>
        <source>the front matter is too long</source>
        <translation>der Kopf der Datei ist zu lang</translation>
    </message>
    <message>
        <source>the front matter has no keys</source>
        <translation>der Kopf der Datei hat keine Schlüssel</translation>
    </message>
    <message>
        <source>the front matter is written in a way that cannot be edited safely</source>
        <translation>der Kopf der Datei ist so geschrieben, dass er nicht sicher zu ändern ist</translation>
    </message>
    <message>
        <source>two keys of the front matter share a line</source>
        <translation>zwei Schlüssel im Kopf der Datei stehen in einer Zeile</translation>
    </message>
    <message>
        <source>a key that must go comes from elsewhere (a merge key)</source>
        <translation>ein Schlüssel, der weg muss, kommt von anderswo (ein Merge-Key)</translation>
    </message>
    <message>
        <source>Correct the template or export without it.</source>
        <translation>Bitte die Vorlage berichtigen oder ohne sie exportieren.</translation>
    </message>
    <message>
        <source>The template for the export cannot be used: {}</source>
        <translation>Die Vorlage für den Export ist nicht zu gebrauchen: {}</translation>
    </message>
    <message>
        <source>(line {})</source>
        <translation>(Zeile {})</translation>
    </message>
    <message>
        <source>it has several headings “## Note”</source>
        <translation>sie hat mehrere Überschriften „## Note“</translation>
    </message>
    <message>
        <source>its heading “## Note” is gone</source>
        <translation>ihre Überschrift „## Note“ ist weg</translation>
    </message>
    <message>
        <source>The folder for pictures leads out of the folder of the notes:</source>
        <translation>Der Ordner für Bilder führt aus dem Ordner der Notizen hinaus:</translation>
    </message>
    <message>
        <source>Put a folder of its own there, then export again.</source>
        <translation>Bitte dort einen eigenen Ordner anlegen, dann noch einmal exportieren.</translation>
    </message>
    <message>
        <source>its tags are no list of texts, so they were not read</source>
        <translation>ihre Schlagwörter („tags“) sind keine Liste von Texten und wurden nicht gelesen</translation>
    </message>
    <message>
        <source>“starred” is neither true nor false, so it was not read</source>
        <translation>„starred“ ist weder true noch false und wurde nicht gelesen</translation>
    </message>
    <message>
        <source>no paper of this library has its reader-id</source>
        <translation>kein Artikel dieser Bibliothek hat ihre reader-id</translation>
    </message>
    <message>
        <source>its front matter cannot be read ({})</source>
        <translation>ihr Kopf ist nicht lesbar ({})</translation>
    </message>
    <message>
        <source>its status is none of {}, so it was not read</source>
        <translation>ihr „status“ ist keiner von {} und wurde nicht gelesen</translation>
    </message>
    <message>
        <source>{}, so the note was not read</source>
        <translation>{}, daher wurde die Notiz nicht gelesen</translation>
    </message>
    <message>
        <source>comment on “{}”</source>
        <translation>Kommentar zu „{}“</translation>
    </message>
    <message>
        <source>it has NUL characters, so it is no text</source>
        <translation>sie enthält NUL-Zeichen, ist also kein Text</translation>
    </message>
    <message>
        <source>it is no file in the folder</source>
        <translation>sie ist keine Datei in dem Ordner</translation>
    </message>
    <message>
        <source>it leads out of the folder</source>
        <translation>sie führt aus dem Ordner hinaus</translation>
    </message>
    <message>
        <source>it has the same reader-id as {}</source>
        <translation>sie hat dieselbe reader-id wie {}</translation>
    </message>
    <message>
        <source>it is longer than {} MB</source>
        <translation>sie ist länger als {} MB</translation>
    </message>
    <message>
        <source>it cannot be read ({})</source>
        <translation>sie ist nicht lesbar ({})</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>This file was changed while you decided:</source>
        <translation>Diese Datei wurde während des Entscheidens geändert:</translation>
    </message>
    <message>
        <source>Decide its places again.</source>
        <translation>Bitte ihre Stellen noch einmal entscheiden.</translation>
    </message>
    <message>
        <source>Not every place of this file is decided:</source>
        <translation>Nicht jede Stelle dieser Datei ist entschieden:</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>there is no table [{}]</source>
        <translation>eine Tabelle [{}] gibt es nicht</translation>
    </message>
    <message>
        <source>there is no action {}</source>
        <translation>eine Aktion {} gibt es nicht</translation>
    </message>
    <message>
        <source>{} is missing</source>
        <translation>{} fehlt</translation>
    </message>
    <message>
        <source>The keymap has faults: {}.</source>
        <translation>Die Tastenbelegung hat Fehler: {}.</translation>
    </message>
    <message>
        <source>{} begins {}</source>
        <translation>{} beginnt {}</translation>
    </message>
    <message>
        <source>The keymap cannot be read: {}.</source>
        <translation>Die Tastenbelegung ist nicht lesbar: {}.</translation>
    </message>
    <message>
        <source>{} is not a table</source>
        <translation>{} ist keine Tabelle</translation>
    </message>
    <message>
        <source>the keys of {} are not a list such as [&quot;J&quot;]</source>
        <translation>die Tasten von {} sind keine Liste wie [&quot;J&quot;]</translation>
    </message>
    <message>
        <source>{!r} of {} is not a key</source>
        <translation>{!r} von {} ist keine Taste</translation>
    </message>
    <message>
        <source>{} belongs to both {} and {}</source>
        <translation>{} gehört zu {} und zu {}</translation>
    </message>
    <message>
        <source>{} has keys in both tables</source>
        <translation>{} hat Tasten in beiden Tabellen</translation>
    </message>
    <message>
        <source>there is no table [{}], only [papers] and [window]; passed over.</source>
        <translation>eine Tabelle [{}] gibt es nicht, nur [papers] und [window]; übergangen.</translation>
    </message>
    <message>
        <source>{}; passed over.</source>
        <translation>{}; übergangen.</translation>
    </message>
    <message>
        <source>the keys of {} are in each other&apos;s way</source>
        <translation>die Tasten von {} sind einander im Weg</translation>
    </message>
    <message>
        <source>{} is not a table; passed over.</source>
        <translation>{} ist keine Tabelle; übergangen.</translation>
    </message>
    <message>
        <source>{} of {} belongs to {}</source>
        <translation>{} von {} gehört zu {}</translation>
    </message>
    <message>
        <source>{} of {} begins {} of {}</source>
        <translation>{} von {} beginnt {} von {}</translation>
    </message>
    <message>
        <source>{} of {} begins with {} of {}</source>
        <translation>{} von {} beginnt mit {} von {}</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Open it instead.</source>
        <translation>Stattdessen diese öffnen.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Bitte einen leeren Ordner wählen.</translation>
    </message>
    <message>
        <source>There is no library in {}.</source>
        <translation>In {} ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>There is a library in {} already.</source>
        <translation>In {} ist schon eine Bibliothek.</translation>
    </message>
    <message>
        <source>There are other files in {}.</source>
        <translation>In {} sind andere Dateien.</translation>
    </message>
    <message>
        <source>There is no theme called {}.</source>
        <translation>Es gibt kein Farbschema namens {}.</translation>
    </message>
    <message>
        <source>Choose of {}.</source>
        <translation>Zur Wahl stehen {}.</translation>
    </message>
    <message>
        <source>name is not a text</source>
        <translation>name ist kein Text</translation>
    </message>
    <message>
        <source>dark is not true or false</source>
        <translation>dark ist weder true noch false</translation>
    </message>
    <message>
        <source>the table [colours] is missing</source>
        <translation>die Tabelle [colours] fehlt</translation>
    </message>
    <message>
        <source>Compare it with resources/themes/light.toml.</source>
        <translation>Zum Vergleich: resources/themes/light.toml.</translation>
    </message>
    <message>
        <source>{} is {}, not a colour like &apos;#2a56d4&apos;</source>
        <translation>{} ist {}, keine Farbe wie &apos;#2a56d4&apos;</translation>
    </message>
    <message>
        <source>The theme {} cannot be used: {}.</source>
        <translation>Das Farbschema {} ist nicht verwendbar: {}.</translation>
    </message>
    <message>
        <source>missing {}</source>
        <translation>es fehlt {}</translation>
    </message>
    <message>
        <source>unknown {}</source>
        <translation>unbekannt ist {}</translation>
    </message>
    <message>
        <source>The theme cannot be read: {}.</source>
        <translation>Das Farbschema ist nicht lesbar: {}.</translation>
    </message>
    <message>
        <source>The theme is not valid TOML: {}.</source>
        <translation>Das Farbschema ist kein gültiges TOML: {}.</translation>
    </message>
    <message>
        <source>base is {}, not one of {}</source>
        <translation>base ist {}, keines von {}</translation>
    </message>
    <message>
        <source>Imported notes of {}</source>
        <translation>Notizen von {} importiert</translation>
    </message>
    <message>
        <source>Merged notes of {}</source>
        <translation>Notizen von {} zusammengeführt</translation>
    </message>
    <message>
        <source>Changed the icon of “{}”</source>
        <translation>Symbol von „{}“ geändert</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
    <message>
        <source>Moved {} back to the Inbox</source>
        <translation>{} zurück in den Eingang gelegt</translation>
    </message>
    <message>
        <source>Queued {} to read</source>
        <translation>{} zum Lesen vorgemerkt</translation>
    </message>
    <message>
        <source>Began reading {}</source>
        <translation>{} angefangen</translation>
    </message>
    <message>
        <source>Marked {} read</source>
        <translation>{} als gelesen gekennzeichnet</translation>
    </message>
    <message>
        <source>Skipped {}</source>
        <translation>{} übersprungen</translation>
    </message>
    <message>
        <source>; {} that you have touched or another digest names stayed</source>
        <translation>; geblieben: {}, die bearbeitet wurden oder in anderen Digests stehen</translation>
    </message>
    <message>
        <source>Deleted {}</source>
        <translation>{} gelöscht</translation>
    </message>
    <message>
        <source>Merged another into {}</source>
        <translation>Einen anderen in {} überführt</translation>
    </message>
    <message>
        <source>Kept {} apart</source>
        <translation>{} getrennt gehalten</translation>
    </message>
    <message>
        <source>Corrected {}</source>
        <translation>{} berichtigt</translation>
    </message>
    <message>
        <source>Edited the note of {}</source>
        <translation>Notiz zu {} bearbeitet</translation>
    </message>
    <message>
        <source>Added to the note of {}</source>
        <translation>An die Notiz von {} angefügt</translation>
    </message>
    <message>
        <source>Restored an earlier note of {}</source>
        <translation>Frühere Notiz von {} zurückgeholt</translation>
    </message>
    <message>
        <source>Highlighted a passage of {}</source>
        <translation>Stelle in {} markiert</translation>
    </message>
    <message>
        <source>Recoloured a highlight of {}</source>
        <translation>Farbe einer Markierung in {} geändert</translation>
    </message>
    <message>
        <source>Commented on a highlight of {}</source>
        <translation>Markierung in {} kommentiert</translation>
    </message>
    <message>
        <source>Deleted a highlight of {}</source>
        <translation>Markierung in {} gelöscht</translation>
    </message>
    <message>
        <source>Took “{}” back</source>
        <translation>„{}“ zurückgenommen</translation>
    </message>
    <message>
        <source>Starred {}</source>
        <translation>{} mit Stern versehen</translation>
    </message>
    <message>
        <source>Unstarred {}</source>
        <translation>Stern entfernt: {}</translation>
    </message>
    <message>
        <source>Choose another folder with --library or READER_LIBRARY.</source>
        <translation>Bitte mit --library oder READER_LIBRARY einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Imported “{}”</source>
        <translation>„{}“ importiert</translation>
    </message>
    <message>
        <source>Read “{}” again</source>
        <translation>„{}“ neu eingelesen</translation>
    </message>
    <message>
        <source>Saved the smart list “{}”</source>
        <translation>Suchliste „{}“ gesichert</translation>
    </message>
    <message>
        <source>Renamed “{}” to “{}”</source>
        <translation>„{}“ in „{}“ umbenannt</translation>
    </message>
    <message>
        <source>Deleted the smart list “{}”</source>
        <translation>Suchliste „{}“ gelöscht</translation>
    </message>
    <message>
        <source>Tagged {} with {tags}</source>
        <translation>{} verschlagwortet mit {tags}</translation>
    </message>
    <message>
        <source>Untagged {} of {tags}</source>
        <translation>Bei {} entfernt: {tags}</translation>
    </message>
    <message>
        <source>There cannot be a library in {}: {}.</source>
        <translation>In {} kann keine Bibliothek sein: {}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>a time such as 2026-05-01T12:00:00.000+00:00</source>
        <translation>eine Zeit wie 2026-05-01T12:00:00.000+00:00</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text that is not empty</source>
        <translation>Text, der nicht leer ist</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a citation key</source>
        <translation>ein Zitierschlüssel</translation>
    </message>
    <message>
        <source>“hash” should be the SHA-256 of “raw”</source>
        <translation>„hash“ sollte die SHA-256 von „raw“ sein</translation>
    </message>
    <message>
        <source>“data” should be a picture of the kind that “media_type” says</source>
        <translation>„data“ sollte ein Bild der Art sein, die „media_type“ nennt</translation>
    </message>
    <message>
        <source>“hash” should begin the SHA-256 of “data”</source>
        <translation>„hash“ sollte der Anfang der SHA-256 von „data“ sein</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a day such as 2026-05-01</source>
        <translation>ein Tag wie 2026-05-01</translation>
    </message>
    <message>
        <source>base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of two</source>
        <translation>eine Liste von zweien</translation>
    </message>
    <message>
        <source>a whole number from {} to {}</source>
        <translation>eine ganze Zahl von {} bis {}</translation>
    </message>
    <message>
        <source>one of {}</source>
        <translation>eines von {}</translation>
    </message>
    <message>
        <source>“{}” should be {}</source>
        <translation>„{}“ sollte {} sein</translation>
    </message>
    <message>
        <source>This export of a library is not whole.</source>
        <translation>Dieser Export einer Bibliothek ist nicht vollständig.</translation>
    </message>
    <message>
        <source>the line should be an object of JSON</source>
        <translation>die Zeile sollte ein JSON-Objekt sein</translation>
    </message>
    <message>
        <source>This is no library exported by reader.</source>
        <translation>Dies ist keine von reader exportierte Bibliothek.</translation>
    </message>
    <message>
        <source>“version” should be a whole number</source>
        <translation>„version“ sollte eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>This library was exported by a newer reader.</source>
        <translation>Diese Bibliothek wurde von einem neueren reader exportiert.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>Nothing was imported; export it again, or copy the file again.</source>
        <translation>Nichts wurde importiert; bitte noch einmal exportieren oder die Datei noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Its line 1 says so.</source>
        <translation>Das zeigt ihre Zeile 1.</translation>
    </message>
    <message>
        <source>Update reader to import it.</source>
        <translation>Zum Importieren bitte reader aktualisieren.</translation>
    </message>
    <message>
        <source>This export of a library is damaged: {}.</source>
        <translation>Dieser Export einer Bibliothek ist beschädigt: {}.</translation>
    </message>
    <message>
        <source>there should be nothing after the line that is the last</source>
        <translation>nach der letzten Zeile sollte nichts stehen</translation>
    </message>
    <message>
        <source>“kind” should be one of {}</source>
        <translation>„kind“ sollte eines von {} sein</translation>
    </message>
    <message>
        <source>It is line {}.</source>
        <translation>Es ist Zeile {}.</translation>
    </message>
    <message>
        <source>It ends on line {}, before the line that says it is the last.</source>
        <translation>Er endet in Zeile {}, vor der Zeile, die sich die letzte nennt.</translation>
    </message>
    <message>
        <source>Its line 1 says version {}; this reader knows {}.</source>
        <translation>Ihre Zeile 1 nennt Version {}; dieser reader kennt {}.</translation>
    </message>
    <message>
        <source>“lines” should be {}: lines are missing or too many</source>
        <translation>„lines“ sollte {} sein: Zeilen fehlen oder sind zu viel</translation>
    </message>
    <message>
        <source>A paper needs a title.</source>
        <translation>Ein Artikel braucht einen Titel.</translation>
    </message>
    <message>
        <source>Give up to four digits, or none.</source>
        <translation>Bitte bis zu vier Ziffern angeben, oder keine.</translation>
    </message>
    <message>
        <source>{!r} is no year.</source>
        <translation>{!r} ist kein Jahr.</translation>
    </message>
    <message>
        <source>Use letters, digits and . : + / _ - without spaces.</source>
        <translation>Bitte Buchstaben, Ziffern und . : + / _ - ohne Leerzeichen verwenden.</translation>
    </message>
    <message>
        <source>“{}” cannot be a citation key.</source>
        <translation>„{}“ kann kein Zitierschlüssel sein.</translation>
    </message>
    <message>
        <source>Import some of its folders at a time.</source>
        <translation>Bitte nur einige seiner Ordner auf einmal importieren.</translation>
    </message>
    <message>
        <source>The title does not say “{}”.</source>
        <translation>Im Titel steht nicht „{}“.</translation>
    </message>
    <message>
        <source>It may have been corrected meanwhile; select the passage once more.</source>
        <translation>Vielleicht wurde er inzwischen berichtigt; bitte die Stelle noch einmal auswählen.</translation>
    </message>
    <message>
        <source>Highlights are in the title or the abstract, not in {!r}.</source>
        <translation>Markierungen sind im Titel oder in der Zusammenfassung, nicht in {!r}.</translation>
    </message>
    <message>
        <source>The abstract does not say “{}”.</source>
        <translation>In der Zusammenfassung steht nicht „{}“.</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>There is no folder to read notes from:</source>
        <translation>Es gibt keinen Ordner, aus dem Notizen zu lesen wären:</translation>
    </message>
    <message>
        <source>Name the folder that `reader export` wrote.</source>
        <translation>Bitte den Ordner nennen, den reader beim Exportieren geschrieben hat.</translation>
    </message>
    <message>
        <source>changed there and here, left alone: {}</source>
        <translation>dort und hier geändert, nicht angerührt: {}</translation>
    </message>
    <message>
        <source>This paper was changed while you decided:</source>
        <translation>Dieser Artikel wurde während des Entscheidens geändert:</translation>
    </message>
    <message>
        <source>{} is in the library&apos;s own folder.</source>
        <translation>{} ist im eigenen Ordner der Bibliothek.</translation>
    </message>
    <message>
        <source>It is where it was.</source>
        <translation>Sie ist, wo sie war.</translation>
    </message>
    <message>
        <source>The library cannot be moved to {}: {}.</source>
        <translation>Die Bibliothek lässt sich nicht nach {} verschieben: {}.</translation>
    </message>
    <message>
        <source>There is no template “{}” for notes.</source>
        <translation>Eine Vorlage „{}“ für Notizen gibt es nicht.</translation>
    </message>
    <message>
        <source>Yours lie in {}.</source>
        <translation>Eigene liegen in {}.</translation>
    </message>
    <message>
        <source>Correct it there; nothing was inserted.</source>
        <translation>Bitte dort berichtigen; nichts wurde eingefügt.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Bitte als UTF-8 sichern.</translation>
    </message>
    <message>
        <source>{}, line {}.</source>
        <translation>{}, Zeile {}.</translation>
    </message>
    <message>
        <source>The template “{}” cannot be used: {}.</source>
        <translation>Die Vorlage „{}“ ist nicht zu gebrauchen: {}.</translation>
    </message>
    <message>
        <source>The template “{}” is too long.</source>
        <translation>Die Vorlage „{}“ ist zu lang.</translation>
    </message>
    <message>
        <source>The template “{}” is no UTF-8 text.</source>
        <translation>Die Vorlage „{}“ ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The template “{}” cannot be read ({}).</source>
        <translation>Die Vorlage „{}“ ist nicht lesbar ({}).</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>{} is none that notes can show.</source>
        <translation>{} ist keines, das Notizen zeigen können.</translation>
    </message>
    <message>
        <source>PNG, JPEG, GIF and WebP can be kept in notes.</source>
        <translation>Notizen können PNG, JPEG, GIF und WebP enthalten.</translation>
    </message>
    <message>
        <source>Make it smaller, or link to it.</source>
        <translation>Bitte verkleinern oder einen Link setzen.</translation>
    </message>
    <message>
        <source>{} is an SVG, which can hold programs and load other files.</source>
        <translation>{} ist ein SVG; ein solches kann Programme enthalten und andere Dateien laden.</translation>
    </message>
    <message>
        <source>Choose a picture.</source>
        <translation>Bitte ein Bild wählen.</translation>
    </message>
    <message>
        <source>{} has {}.{} MB.</source>
        <translation>{} hat {},{} MB.</translation>
    </message>
    <message>
        <source>{} is no file.</source>
        <translation>{} ist keine Datei.</translation>
    </message>
    <message>
        <source>{} cannot be read ({}).</source>
        <translation>{} ist nicht lesbar ({}).</translation>
    </message>
    <message>
        <source>Notes keep pictures of up to {} MB.</source>
        <translation>Notizen nehmen Bilder bis {} MB auf.</translation>
    </message>
    <message>
        <source>. Notes with another text here: {}; the newer stands, the other is kept too</source>
        <translation>. Notizen mit anderem Text hier: {}; der neuere gilt, der andere bleibt auch erhalten</translation>
    </message>
    <message>
        <source>Imported the library “{}”</source>
        <translation>Bibliothek „{}“ importiert</translation>
    </message>
    <message>
        <source>the hash of a digest above</source>
        <translation>der „hash“ eines Digests weiter oben</translation>
    </message>
    <message>
        <source>the reader-id of a paper above</source>
        <translation>die reader-id eines Artikels weiter oben</translation>
    </message>
    <message>
        <source>another than that of an earlier paper</source>
        <translation>anders als bei einem früheren Artikel</translation>
    </message>
    <message>
        <source>the hash of a digest above, for {}</source>
        <translation>der „hash“ eines Digests weiter oben, für {},</translation>
    </message>
    <message>
        <source>The search index is being written.</source>
        <translation>Der Suchindex wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>The search index cannot be written.</source>
        <translation>Der Suchindex lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>It is {} ({}).</source>
        <translation>Er ist {} ({}).</translation>
    </message>
    <message>
        <source>is not true or false</source>
        <translation>ist nicht true oder false</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is {}, which is none of {}</source>
        <translation>ist {}, keines von {}</translation>
    </message>
    <message>
        <source>is {}, which is not between {} and {}</source>
        <translation>ist {}, nicht zwischen {} und {}</translation>
    </message>
    <message>
        <source>is {}, which is no name of a theme</source>
        <translation>ist {}, kein Name eines Farbschemas</translation>
    </message>
    <message>
        <source>{} {}. It counts as {}.</source>
        <translation>{} {}. Es gilt {}.</translation>
    </message>
    <message>
        <source>{}, line {}: {}</source>
        <translation>{}, Zeile {}: {}</translation>
    </message>
    <message>
        <source>Mend or remove that file and try again.</source>
        <translation>Bitte diese Datei in Ordnung bringen oder entfernen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>it is not UTF-8 text.</source>
        <translation>sie ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>this is not TOML (nested too deeply).</source>
        <translation>dies ist kein TOML (zu tief verschachtelt).</translation>
    </message>
    <message>
        <source>This is not kept, for {}</source>
        <translation>Dies ist nicht gesichert: {}</translation>
    </message>
    <message>
        <source>This is not kept: {} cannot be written ({}).</source>
        <translation>Dies ist nicht gesichert: {} lässt sich nicht schreiben ({}).</translation>
    </message>
    <message>
        <source>it cannot be read: {}.</source>
        <translation>sie ist nicht lesbar: {}.</translation>
    </message>
    <message>
        <source>this is not TOML ({}).</source>
        <translation>dies ist kein TOML ({}).</translation>
    </message>
    <message>
        <source>The library&apos;s database is gone.</source>
        <translation>Die Datenbank der Bibliothek ist weg.</translation>
    </message>
    <message>
        <source>Was its folder moved or its disk removed?</source>
        <translation>Wurde ihr Ordner verschoben oder ihr Datenträger entfernt?</translation>
    </message>
    <message>
        <source>It was {}.</source>
        <translation>Sie war {}.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>The citation key “{}” is taken: paper {} has it, “{}”.</source>
        <translation>Den Zitierschlüssel „{}“ hat schon Artikel {}, „{}“.</translation>
    </message>
    <message>
        <source>Another program is writing to the library and did not finish; try again.</source>
        <translation>Ein anderes Programm schreibt in die Bibliothek und wurde nicht fertig; bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed. Free some space and try again.</source>
        <translation>Der Datenträger ist voll; nichts wurde geändert. Bitte Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The library cannot be written to: its folder or file is read-only.</source>
        <translation>In die Bibliothek lässt sich nicht schreiben: ihr Ordner oder ihre Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The library&apos;s database cannot be opened.</source>
        <translation>Die Datenbank der Bibliothek lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The disk reported an error while the library was used.</source>
        <translation>Der Datenträger hat einen Fehler gemeldet, während die Bibliothek benutzt wurde.</translation>
    </message>
    <message>
        <source>The library&apos;s database is damaged.</source>
        <translation>Die Datenbank der Bibliothek ist beschädigt.</translation>
    </message>
    <message>
        <source>Copy it somewhere safe before anything else.</source>
        <translation>Bitte sie vor allem anderen an einen sicheren Ort kopieren.</translation>
    </message>
    <message>
        <source>The library is {}.</source>
        <translation>Die Bibliothek ist {}.</translation>
    </message>
    <message>
        <source>Look after that disk.</source>
        <translation>Bitte nach diesem Datenträger sehen.</translation>
    </message>
    <message>
        <source>The copy of the library in {} is not what it was made from.</source>
        <translation>Die Kopie der Bibliothek in {} gleicht nicht dem, wovon sie gemacht ist.</translation>
    </message>
    <message>
        <source>There is no digest {} in this library.</source>
        <translation>Einen Digest {} gibt es in dieser Bibliothek nicht.</translation>
    </message>
    <message>
        <source>There is no highlight {} in this library.</source>
        <translation>Eine Markierung {} gibt es in dieser Bibliothek nicht.</translation>
    </message>
    <message>
        <source>The library cannot be brought to the new version: some of its rows refer to nothing.</source>
        <translation>Die Bibliothek lässt sich nicht auf die neue Version bringen: einige ihrer Zeilen verweisen auf nichts.</translation>
    </message>
    <message>
        <source>This is the database of another program.</source>
        <translation>Dies ist die Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>Choose another folder with --library.</source>
        <translation>Bitte mit --library einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Update reader to open it.</source>
        <translation>Zum Öffnen bitte reader aktualisieren.</translation>
    </message>
    <message>
        <source>This library was made by a newer reader (its version is {}, this program knows {}).</source>
        <translation>Diese Bibliothek stammt von einem neueren reader (ihre Version ist {}, dieses Programm kennt {}).</translation>
    </message>
    <message>
        <source>{} rows in {}, the first in {}.</source>
        <translation>{} Zeilen in {}, die erste in {}.</translation>
    </message>
    <message>
        <source>It is {}.</source>
        <translation>Sie ist {}.</translation>
    </message>
    <message>
        <source>It is {} and was not touched.</source>
        <translation>Sie ist {} und wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>Name it by number, reader-id, arXiv id or DOI; `reader list` shows numbers.</source>
        <translation>Bitte Nummer, reader-id, arXiv-Nummer oder DOI nennen; `reader list` zeigt Nummern.</translation>
    </message>
    <message>
        <source>There is no paper {} in this library.</source>
        <translation>Einen Artikel {} gibt es in dieser Bibliothek nicht.</translation>
    </message>
    <message>
        <source>No paper in this library is called {!r}.</source>
        <translation>Kein Artikel dieser Bibliothek heißt {!r}.</translation>
    </message>
    <message>
        <source>List its versions: reader note ID --history</source>
        <translation>Ihre Versionen zeigt: reader note ID --history</translation>
    </message>
    <message>
        <source>The note has no version {}.</source>
        <translation>Die Notiz hat keine Version {}.</translation>
    </message>
    <message>
        <source>Paper {}.</source>
        <translation>Artikel {}.</translation>
    </message>
    <message>
        <source>A smart list needs a query.</source>
        <translation>Eine Suchliste braucht eine Suche.</translation>
    </message>
    <message>
        <source>A smart list needs a name.</source>
        <translation>Eine Suchliste braucht einen Namen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is no smart list {}.</source>
        <translation>Eine Suchliste {} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is a smart list “{}” already.</source>
        <translation>Eine Suchliste „{}“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>LibraryPreview</name>
    <message>
        <source>Import a library</source>
        <translation>Bibliothek importieren</translation>
    </message>
    <message>
        <source>Papers that are here already are united with these, and nothing that you wrote is lost: of two texts of a note the newer stands, the other is in its history. Undo takes it back.</source>
        <translation>Artikel, die schon hier sind, werden mit diesen vereint, und nichts Geschriebenes geht verloren: Von zwei Texten einer Notiz gilt der neuere, der andere steht in ihrem Verlauf. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Papers: {} · Digests: {} · Notes: {} · Highlights: {}</source>
        <translation>Artikel: {} · Digests: {} · Notizen: {} · Markierungen: {}</translation>
    </message>
</context>
<context>
    <name>LibraryRow</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Move the library to another folder</source>
        <translation>Die Bibliothek in einen anderen Ordner verschieben</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Andere öffnen …</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>Eine andere Bibliothek öffnen</translation>
    </message>
</context>
<context>
    <name>LinkedFrom</name>
    <message>
        <source>Linked from</source>
        <translation>Verweise von</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>und {} weitere</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Papers to link to</source>
        <translation>Artikel zum Verweisen</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Abstract page</source>
        <translation>Übersichtsseite</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>ListHeading</name>
    <message>
        <source>Sort, now {}</source>
        <translation>Sortieren, jetzt {}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>By date added: nothing is starred or read yet from which to learn what you like.</source>
        <translation>Nach Eingangsdatum: Noch ist nichts gelesen oder mit Stern versehen, woraus Vorlieben zu lernen wären.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Like “{}”</source>
        <translation>Wie „{}“</translation>
    </message>
    <message>
        <source>{} · still indexing</source>
        <translation>{} · Index entsteht noch</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Zu lesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Angefangen</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu erledigen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation>Suchliste</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Marking. Arrow keys choose words and sentences, 1 to 4 colour, Esc leaves.</source>
        <translation>Markieren. Pfeiltasten wählen Wörter und Sätze, 1 bis 4 färben, Esc verlässt.</translation>
    </message>
    <message>
        <source>Go to one paper first; this marks a passage of it.</source>
        <translation>Gehen Sie erst zu einem Artikel; dies markiert eine Stelle darin.</translation>
    </message>
    <message>
        <source>Nothing is highlighted in this paper yet.</source>
        <translation>In diesem Artikel ist noch nichts markiert.</translation>
    </message>
    <message>
        <source>Select a passage first.</source>
        <translation>Wählen Sie erst eine Stelle aus.</translation>
    </message>
    <message>
        <source>There is no highlight here to delete.</source>
        <translation>Hier ist keine Markierung, die gelöscht werden könnte.</translation>
    </message>
</context>
<context>
    <name>Match</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bekannt</translation>
    </message>
    <message>
        <source>possible duplicate</source>
        <translation>mögliche Dublette</translation>
    </message>
    <message>
        <source>deleted by you</source>
        <translation>früher gelöscht</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>What will be in both</source>
        <translation>Was in beiden stehen wird</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) to decide; j and k go on and back</source>
        <translation>
            <numerusform>%Ln Stelle zu entscheiden; j und k gehen weiter und zurück</numerusform>
            <numerusform>%Ln Stellen zu entscheiden; j und k gehen weiter und zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed there and here</source>
        <translation>Dort und hier geändert</translation>
    </message>
    <message>
        <source>Places to decide</source>
        <translation>Zu entscheidende Stellen</translation>
    </message>
    <message>
        <source>Press 1, 2 or 3.</source>
        <translation>Drücken Sie 1, 2 oder 3.</translation>
    </message>
    <message>
        <source>What counts in this place</source>
        <translation>Was an dieser Stelle gilt</translation>
    </message>
    <message>
        <source>The library’s</source>
        <translation>Das der Bibliothek</translation>
    </message>
    <message>
        <source>The file’s</source>
        <translation>Das der Datei</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>All is decided; Enter saves it in the files and in the library</source>
        <translation>Alles ist entschieden; Enter speichert es in den Dateien und in der Bibliothek</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>In der Bibliothek</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Front matter, {}</source>
        <translation>Kopf der Datei, {}</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Moving the library…</source>
        <translation>Die Bibliothek wird verschoben …</translation>
    </message>
    <message>
        <source>The library is in {} now. The old one is still in {}: delete it when you have seen that all is well.</source>
        <translation>Die Bibliothek ist jetzt in {}. Die alte ist noch in {}: sie kann weg, sobald alles in Ordnung scheint.</translation>
    </message>
    <message>
        <source>The library is in {} now.</source>
        <translation>Die Bibliothek ist jetzt in {}.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name of the smart list</source>
        <translation>Name der Suchliste</translation>
    </message>
    <message>
        <source>Icon of the smart list</source>
        <translation>Symbol der Suchliste</translation>
    </message>
    <message>
        <source>Lists what answers {}</source>
        <translation>Enthält, was zu {} passt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>There is a smart list of that name already.</source>
        <translation>Eine Suchliste dieses Namens gibt es schon.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write a note in Markdown</source>
        <translation>Notiz in Markdown schreiben</translation>
    </message>
    <message>
        <source>This note is too long to be written here. In a terminal: reader note {}</source>
        <translation>Diese Notiz ist zu lang, um hier geschrieben zu werden. Im Terminal: reader note {}</translation>
    </message>
</context>
<context>
    <name>NoteHistoryDialog</name>
    <message>
        <source>Versions of the note</source>
        <translation>Versionen der Notiz</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versionen, die neueste zuerst</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>What is shown of the version</source>
        <translation>Was von der Version gezeigt wird</translation>
    </message>
    <message>
        <source>Changed then</source>
        <translation>Damals geändert</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Seitdem geändert</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>Ganzer Text</translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation>Diese Version zurückholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was written in this note yet.</source>
        <translation>In dieser Notiz wurde noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>This is the note as it is now.</source>
        <translation>Das ist die Notiz, wie sie jetzt ist.</translation>
    </message>
</context>
<context>
    <name>NotePane</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>How the note is shown</source>
        <translation>Darstellung der Notiz</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>Notifying</name>
    <message>
        <source>{} failed.</source>
        <translation>{}: fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{}: done.</source>
        <translation>{}: fertig.</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Reader</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>Go to one paper first; this lists the versions of its note.</source>
        <translation>Gehen Sie erst zu einem Artikel; dies listet die Versionen seiner Notiz.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The digest gave no link for this paper.</source>
        <translation>Der Digest nennt keinen Link zu diesem Artikel.</translation>
    </message>
    <message>
        <source>There is no PDF of this paper that reader knows of.</source>
        <translation>Zu diesem Artikel ist kein PDF bekannt.</translation>
    </message>
    <message>
        <source>At most {} can be opened at once.</source>
        <translation>Auf einmal lassen sich höchstens {} öffnen.</translation>
    </message>
    <message>
        <source>Open {} pages in the browser?</source>
        <translation>{} Seiten im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open {}</source>
        <translation>{} öffnen</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type a command or search papers</source>
        <translation>Befehl eingeben oder Artikel suchen</translation>
    </message>
    <message>
        <source>Commands, lists, tags and papers</source>
        <translation>Befehle, Listen, Schlagwörter und Artikel</translation>
    </message>
    <message>
        <source>What answers</source>
        <translation>Was dazu passt</translation>
    </message>
    <message>
        <source>Nothing answers that.</source>
        <translation>Dazu passt nichts.</translation>
    </message>
</context>
<context>
    <name>PaperActions</name>
    <message>
        <source>Nothing was done yet that could be done again.</source>
        <translation>Noch wurde nichts getan, was sich wiederholen ließe.</translation>
    </message>
    <message>
        <source>Go to one paper first; this corrects what is known of it.</source>
        <translation>Erst zu einem Artikel gehen; dies berichtigt, was über ihn bekannt ist.</translation>
    </message>
    <message>
        <source>Go to a digest first; this takes back what it brought.</source>
        <translation>Erst zu einem Digest gehen; dies nimmt zurück, was er gebracht hat.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
</context>
<context>
    <name>PaperLink</name>
    <message>
        <source>Go to {}</source>
        <translation>Gehe zu: {}</translation>
    </message>
</context>
<context>
    <name>PaperListView</name>
    <message>
        <source>Papers</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>Search first; this goes from match to match in the paper.</source>
        <translation>Erst suchen; dies führt von Fundstelle zu Fundstelle im Artikel.</translation>
    </message>
    <message>
        <source>The words of the search are not in the text of this paper.</source>
        <translation>Die gesuchten Wörter stehen nicht im Text dieses Artikels.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Eingangsdatum</translation>
    </message>
    <message>
        <source>Authors not in the digest</source>
        <translation>Autoren nicht im Digest genannt</translation>
    </message>
    <message>
        <source>The digest gave no abstract.</source>
        <translation>Der Digest enthält keine Zusammenfassung.</translation>
    </message>
</context>
<context>
    <name>PaperSide</name>
    <message>
        <source>Abstract</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>From {}</source>
        <translation>Aus {}</translation>
    </message>
    <message>
        <source>No abstract.</source>
        <translation>Keine Zusammenfassung.</translation>
    </message>
</context>
<context>
    <name>PaperToolBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Status: {}</source>
        <translation>Status: {}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation>Ohne Stern</translation>
    </message>
</context>
<context>
    <name>PicturePainter</name>
    <message>
        <source>not in the library</source>
        <translation>nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>cannot be shown</source>
        <translation>kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Picturing</name>
    <message>
        <source>Keeping the picture</source>
        <translation>Bild wird aufbewahrt</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>like “{}”</source>
        <translation>wie „{}“</translation>
    </message>
    <message>
        <source>Already imported on {}. There is nothing to do.</source>
        <translation>Schon am {} importiert. Es ist nichts zu tun.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln schon bekannt</numerusform>
            <numerusform>%Ln schon bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln possible duplicate(s), kept apart</source>
        <translation>
            <numerusform>%Ln mögliche Dublette, getrennt gehalten</numerusform>
            <numerusform>%Ln mögliche Dubletten, getrennt gehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted by you, passed over</source>
        <translation>
            <numerusform>%Ln früher gelöscht, übergangen</numerusform>
            <numerusform>%Ln früher gelöscht, übergangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln zu prüfen</numerusform>
            <numerusform>%Ln zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passed over or repaired</source>
        <translation>
            <numerusform>%Ln übergangen oder ausgebessert</numerusform>
            <numerusform>%Ln übergangen oder ausgebessert</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>Vorschau der Notiz</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The digest says only this title.</source>
        <translation>Der Digest nennt nur diesen Titel.</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>The printer does not take the pages.</source>
        <translation>Der Drucker nimmt die Seiten nicht an.</translation>
    </message>
    <message>
        <source>Choose another printer.</source>
        <translation>Bitte einen anderen Drucker wählen.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF sichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saving as PDF</source>
        <translation>Wird als PDF gesichert</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message>
        <source>Printing {}</source>
        <translation>{} wird gedruckt</translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation>{} gesichert</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Gedruckt</translation>
    </message>
    <message>
        <source>{} pages</source>
        <translation>{} Seiten</translation>
    </message>
    <message>
        <source>At most {} make one document.</source>
        <translation>Höchstens {} ergeben ein Dokument.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Mark a paper read, and its day begins to fill here.</source>
        <translation>Als gelesen gekennzeichnete Artikel füllen hier ihren Tag.</translation>
    </message>
    <message>
        <source>The past year</source>
        <translation>Das vergangene Jahr</translation>
    </message>
    <message>
        <source>Mark a paper read with {}, and its day begins to fill here.</source>
        <translation>Mit {} als gelesen gekennzeichnete Artikel füllen hier ihren Tag.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Nothing read yet.</source>
        <translation>Noch nichts gelesen.</translation>
    </message>
    <message>
        <source>Back to the papers: {}</source>
        <translation>Zurück zu den Artikeln: {}</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Als Bild sichern …</translation>
    </message>
</context>
<context>
    <name>Progressing</name>
    <message>
        <source>Saved {}</source>
        <translation>{} gesichert</translation>
    </message>
    <message>
        <source>Save the reading progress as a picture</source>
        <translation>Lesefortschritt als Bild sichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Es gibt noch nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Reading progress {}</source>
        <translation>Lesefortschritt {}</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>Das Bild konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Is there room, and may one write there?</source>
        <translation>Ist Platz, und ist das Schreiben dort erlaubt?</translation>
    </message>
    <message>
        <source>It was to become {}.</source>
        <translation>Es sollte {} werden.</translation>
    </message>
</context>
<context>
    <name>ProvenanceView</name>
    <message>
        <source>and {} more</source>
        <translation>und {} weitere</translation>
    </message>
    <message>
        <source>You gave {}</source>
        <translation>Selbst eingetragen: {}</translation>
    </message>
    <message>
        <source>Go to the digest {}</source>
        <translation>Gehe zum Digest {}</translation>
    </message>
    <message>
        <source>entry {}</source>
        <translation>Eintrag {}</translation>
    </message>
    <message>
        <source>gave {}</source>
        <translation>lieferte {}</translation>
    </message>
</context>
<context>
    <name>QuickField</name>
    <message>
        <source>Quick note</source>
        <translation>Schnelle Notiz</translation>
    </message>
    <message>
        <source>Enter adds it, Esc keeps it for later</source>
        <translation>Enter fügt sie an, Esc hebt sie auf</translation>
    </message>
</context>
<context>
    <name>QuickNote</name>
    <message>
        <source>Add to the note</source>
        <translation>An die Notiz anfügen</translation>
    </message>
    <message>
        <source>Quick note</source>
        <translation>Schnelle Notiz</translation>
    </message>
    <message>
        <source>Go to a paper first; this adds a line to its note.</source>
        <translation>Gehen Sie erst zu einem Artikel; dies fügt eine Zeile an seine Notiz an.</translation>
    </message>
    <message numerus="yes">
        <source>Add to %n note(s)</source>
        <translation>
            <numerusform>An %n Notiz anfügen</numerusform>
            <numerusform>An %n Notizen anfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>That is too long for a quick note.</source>
        <translation>Das ist zu lang für eine schnelle Notiz.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Because you starred “{}”</source>
        <translation>Wegen des Sterns für „{}“</translation>
    </message>
    <message>
        <source>Because you read “{}”</source>
        <translation>Weil „{}“ gelesen wurde</translation>
    </message>
    <message>
        <source>Because of {}</source>
        <translation>Wegen {}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiteres</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles, abstracts and notes</source>
        <translation>Titel, Zusammenfassungen und Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Not understood: {}</source>
        <translation>Nicht verstanden: {}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings and keys</source>
        <translation>Einstellungen und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>… and {} more.</source>
        <translation>… und {} weitere.</translation>
    </message>
</context>
<context>
    <name>SettingsFeature</name>
    <message>
        <source>The settings (Ctrl+,) list all {} faults.</source>
        <translation>Die Einstellungen (Strg+,) nennen alle {} Fehler.</translation>
    </message>
</context>
<context>
    <name>SeveralPapers</name>
    <message>
        <source>{} in the Inbox</source>
        <translation>{} im Eingang</translation>
    </message>
    <message>
        <source>{} to read</source>
        <translation>{} zu lesen</translation>
    </message>
    <message>
        <source>{} being read</source>
        <translation>{} angefangen</translation>
    </message>
    <message>
        <source>{} read</source>
        <translation>{} gelesen</translation>
    </message>
    <message>
        <source>{} skipped</source>
        <translation>{} übersprungen</translation>
    </message>
    <message>
        <source>{} starred</source>
        <translation>{} mit Stern</translation>
    </message>
    <message>
        <source>{} with a note</source>
        <translation>{} mit Notiz</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>und {} weitere</translation>
    </message>
    <message>
        <source>With all of them</source>
        <translation>Mit allen</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Reading progress</source>
        <translation>Lesefortschritt</translation>
    </message>
    <message>
        <source>Papers read by day</source>
        <translation>Gelesene Artikel je Tag</translation>
    </message>
    <message>
        <source>Papers read by week</source>
        <translation>Gelesene Artikel je Woche</translation>
    </message>
    <message>
        <source>Time until papers were decided about</source>
        <translation>Zeit bis zur Entscheidung über Artikel</translation>
    </message>
    <message>
        <source>Papers read by month and tag</source>
        <translation>Gelesene Artikel je Monat und Schlagwort</translation>
    </message>
    <message>
        <source>Time until decided</source>
        <translation>Zeit bis zur Entscheidung</translation>
    </message>
    <message>
        <source>Tags, read by month</source>
        <translation>Schlagwörter, gelesen je Monat</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Je Tag</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Je Woche</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>{} read</source>
        <translation>{} gelesen</translation>
    </message>
    <message>
        <source>{} decided about</source>
        <translation>{} entschieden</translation>
    </message>
    <message>
        <source>{} still in the Inbox</source>
        <translation>{} noch im Eingang</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Possible duplicates</source>
        <translation>Mögliche Dubletten</translation>
    </message>
    <message>
        <source>Smart lists</source>
        <translation>Suchlisten</translation>
    </message>
    <message>
        <source>Older digests</source>
        <translation>Ältere Digests</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Digests</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>SimilarLine</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Looks like “{}”.</source>
        <translation>Ähnelt „{}“.</translation>
    </message>
</context>
<context>
    <name>SmartListActions</name>
    <message>
        <source>Search for something first; this saves the search as a list.</source>
        <translation>Erst etwas suchen; dies sichert die Suche als Liste.</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>Suche sichern</translation>
    </message>
    <message>
        <source>Rename the smart list</source>
        <translation>Suchliste umbenennen</translation>
    </message>
    <message>
        <source>Go to a smart list first; this is for the one that is shown.</source>
        <translation>Erst zu einer Suchliste gehen; dies gilt der gezeigten.</translation>
    </message>
</context>
<context>
    <name>Sort</name>
    <message>
        <source>by relevance</source>
        <translation>nach Relevanz</translation>
    </message>
    <message>
        <source>by date added</source>
        <translation>nach Eingangsdatum</translation>
    </message>
    <message>
        <source>in digest order</source>
        <translation>in der Reihenfolge des Digests</translation>
    </message>
    <message>
        <source>by year</source>
        <translation>nach Jahr</translation>
    </message>
    <message>
        <source>by title</source>
        <translation>nach Titel</translation>
    </message>
    <message>
        <source>by what you may like</source>
        <translation>danach, was gefallen könnte</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>mit Notiz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln Markierung</numerusform>
            <numerusform>%Ln Markierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>tagged {}</source>
        <translation>Schlagwörter: {}</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>ausgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>eingeklappt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s)</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Alles gesichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gesichert …</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>On {} of {} papers. Enter puts it on all, Delete takes it off.</source>
        <translation>Bei {} von {} Artikeln. Eingabe gibt es allen, Entf entfernt es.</translation>
    </message>
    <message>
        <source>Delete takes it off.</source>
        <translation>Entf entfernt es.</translation>
    </message>
    <message>
        <source>On {} of {}; click to give it to all</source>
        <translation>Bei {} von {}; ein Klick gibt es allen</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>On some of them</source>
        <translation>Bei einigen</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
</context>
<context>
    <name>Templating</name>
    <message>
        <source>Yours</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Go to one paper first; this begins its note by a template.</source>
        <translation>Gehen Sie erst zu einem Artikel; dies beginnt seine Notiz nach einer Vorlage.</translation>
    </message>
    <message>
        <source>Type the name of a template</source>
        <translation>Name einer Vorlage eingeben</translation>
    </message>
    <message>
        <source>Templates for a note</source>
        <translation>Vorlagen für eine Notiz</translation>
    </message>
    <message>
        <source>No template is called like this.</source>
        <translation>Keine Vorlage heißt so.</translation>
    </message>
    <message>
        <source>This note is too long to be written here.</source>
        <translation>Diese Notiz ist zu lang, um hier geschrieben zu werden.</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation>Rückgängig gemacht: {}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>{} imported with {} that are new</source>
        <translation>{} importiert, davon neu: {}</translation>
    </message>
    <message>
        <source>{} imported before</source>
        <translation>{} schon früher importiert</translation>
    </message>
    <message numerus="yes">
        <source>{} and %Ln more</source>
        <translation>
            <numerusform>{} und %Ln weiterer</numerusform>
            <numerusform>{} und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not understood: {}.</source>
        <translation>Nicht verstanden: {}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digest(s)</source>
        <translation>
            <numerusform>%Ln Digest</numerusform>
            <numerusform>%Ln Digests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>Import the notes edited in a folder</source>
        <translation>In einem Ordner bearbeitete Notizen importieren</translation>
    </message>
    <message>
        <source>Reading notes</source>
        <translation>Notizen werden gelesen</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>Comparing notes</source>
        <translation>Notizen werden verglichen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) merged</source>
        <translation>
            <numerusform>%Ln Datei zusammengeführt</numerusform>
            <numerusform>%Ln Dateien zusammengeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>No notes were exported to a folder yet</source>
        <translation>Es wurden noch keine Notizen in einen Ordner exportiert</translation>
    </message>
    <message>
        <source>Imported notes of {}</source>
        <translation>Notizen von {} importiert</translation>
    </message>
    <message>
        <source>. Changed meanwhile, left alone: </source>
        <translation>. Inzwischen geändert, so gelassen: </translation>
    </message>
    <message>
        <source>Nothing is to be decided in {}</source>
        <translation>In {} ist nichts zu entscheiden</translation>
    </message>
    <message>
        <source>These files can only be mended by hand: </source>
        <translation>Diese Dateien lassen sich nur von Hand in Ordnung bringen: </translation>
    </message>
    <message>
        <source>Nothing was changed in {}</source>
        <translation>In {} wurde nichts geändert</translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Opens the reading progress of the year</source>
        <translation>Öffnet den Lesefortschritt des Jahres</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>This week: {} read, {} came in</source>
        <translation>Diese Woche: {} gelesen, {} hinzugekommen</translation>
    </message>
    <message>
        <source>{} read</source>
        <translation>{} gelesen</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a digest here</source>
        <translation>Einen Digest hier ablegen</translation>
    </message>
    <message>
        <source>A digest is whatever lists papers: the text of a trending-papers page, a list of arXiv links, a file of either. Its papers land in your Inbox, and you decide at keyboard speed: star, queue, read, skip.</source>
        <translation>Ein Digest ist alles, was Artikel aufzählt: der Text einer Seite mit viel beachteten Artikeln, eine Liste von arXiv-Links, eine Datei mit beidem. Die Artikel kommen in den Eingang und sind dort schnell per Tastatur entschieden: Stern, vormerken, lesen, überspringen.</translation>
    </message>
    <message>
        <source>Paste what I copied</source>
        <translation>Kopiertes einfügen</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Load the sample</source>
        <translation>Beispiel laden</translation>
    </message>
    <message>
        <source>{} pastes</source>
        <translation>{} fügt ein</translation>
    </message>
    <message>
        <source>{} opens</source>
        <translation>{} öffnet</translation>
    </message>
    <message>
        <source>{} shows all keys</source>
        <translation>{} zeigt alle Tasten</translation>
    </message>
</context>
</TS>
