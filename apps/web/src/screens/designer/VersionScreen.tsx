export default function VersionScreen() { return <main />; }
