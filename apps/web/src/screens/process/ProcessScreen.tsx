export default function ProcessScreen() { return <main />; }
