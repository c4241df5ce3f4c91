export default function DesignerScreen() { return <main />; }
