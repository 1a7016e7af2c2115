<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>Actions</name>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import what is copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the digest back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible duplicates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the search as a list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the smart list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the smart list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export notes to Markdown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark read or unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue to read later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct title, authors…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next paper too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on, then the next paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back, then the paper before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the last again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First paper of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last paper of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page down the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page up the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <comment>key line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Go to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectedLine</name>
    <message>
        <source>Showing results for “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search “{}” instead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Possible duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging joins notes, tags, highlights and digests; z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No possible duplicates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into the left one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into the right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are these one paper?  {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Correct the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No later digest changes what you set here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Nothing waits to be read. In the Inbox, l puts a paper here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not reading anything. b begins a paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stars yet. s stars a paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes yet. n writes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing read yet. m marks a paper read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%Ln to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers “{}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper here shares its words. Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No papers here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc clears the search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export notes to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {} to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} files written to {}, {} unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Changed there and here, left alone: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Authors not in the digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps, the latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (undone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do these again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo down to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} steps done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} steps undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was passed over or repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import all {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also those still to come, unasked: Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Import digests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to import in what was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be read: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Indexing</name>
    <message>
        <source>Indexing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Something went wrong inside reader ({}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is safe; reader.log beside the library has the details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>There is no theme called {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose of {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark is not true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table [colours] is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with resources/themes/light.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is {}, not a colour like &apos;#2a56d4&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme {} cannot be used: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme cannot be read: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme is not valid TOML: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved {} back to the Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued {} to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began reading {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked {} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {} that you have touched or another digest names stayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged another into {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept {} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited the note of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took “{}” back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unstarred {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read “{}” again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the smart list “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed “{}” to “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the smart list “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged {} with {tags}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untagged {} of {tags}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Abstract page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>By date added: nothing is starred or read yet from which to learn what you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · still indexing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go to a paper first; this lists those that are like it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Match</name>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted by you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name of the smart list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists what answers {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a smart list of that name already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note in Markdown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type a command or search papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands, lists, tags and papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperActions</name>
    <message>
        <source>Nothing was done yet that could be done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a digest first; this takes back what it brought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digest gave no link for this paper.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperListView</name>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>Search first; this goes from match to match in the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the search are not in the text of this paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors not in the digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digest gave no abstract.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperSide</name>
    <message>
        <source>Abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No abstract.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperToolBar</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already imported on {}. There is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%Ln known already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%Ln possible duplicate(s), kept apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%Ln deleted by you, passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%Ln to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digest says only this title.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProvenanceView</name>
    <message>
        <source>and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the digest {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gave {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Because you starred “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because you read “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search titles, abstracts and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsFeature</name>
    <message>
        <source>The settings (Ctrl+,) list all {} faults.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeveralPapers</name>
    <message>
        <source>{} in the Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Possible duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimilarLine</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like “{}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SmartListActions</name>
    <message>
        <source>Search for something first; this saves the search as a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the smart list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a smart list first; this is for the one that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sort</name>
    <message>
        <source>Relevance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you may like</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>On {} of {} papers. Enter puts it on all, Delete takes it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete takes it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {} of {}; click to give it to all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>On some of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>{} imported with {} that are new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} imported before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and %Ln more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%Ln digest(s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a digest here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digest is whatever lists papers: the text of a trending-papers page, a list of arXiv links, a file of either. Its papers land in your Inbox, and you decide at keyboard speed: star, queue, read, skip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste what I copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+V pastes, Ctrl+O opens, ? shows all keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
