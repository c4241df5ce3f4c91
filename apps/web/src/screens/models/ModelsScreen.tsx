export default function ModelsScreen() { return <main />; }
