import { Route, Router } from '@solidjs/router';
import { QueryClientProvider } from '@tanstack/solid-query';
import { lazy } from 'solid-js';
import { queryClient } from '../api/queryClient.ts';
import '../ui/index.ts';
import { FirstScreen } from './FirstScreen.tsx';
import { NotFound } from './NotFound.tsx';
import { Root } from './Root.tsx';
import { SignedIn } from './SignedIn.tsx';

const SignInScreen = lazy(() => import('../screens/signIn/SignInScreen.tsx'));
const SetupScreen = lazy(() => import('../screens/setup/SetupScreen.tsx'));
const InviteScreen = lazy(() => import('../screens/invite/InviteScreen.tsx'));
const WorklistScreen = lazy(() => import('../screens/worklist/WorklistScreen.tsx'));
const PipelineScreen = lazy(() => import('../screens/pipeline/PipelineScreen.tsx'));
const DealScreen = lazy(() => import('../screens/deal/DealScreen.tsx'));
const ModelsScreen = lazy(() => import('../screens/models/ModelsScreen.tsx'));
const DesignerScreen = lazy(() => import('../screens/designer/DesignerScreen.tsx'));
const VersionScreen = lazy(() => import('../screens/designer/VersionScreen.tsx'));
const ProcessScreen = lazy(() => import('../screens/process/ProcessScreen.tsx'));
const AdminScreen = lazy(() => import('../screens/admin/AdminScreen.tsx'));
const ImportScreen = lazy(() => import('../screens/import/ImportScreen.tsx'));

/** The addresses of the product; each screen is a bundle of its own. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Router root={Root}>
        <Route path="/sign-in" component={SignInScreen} />
        <Route path="/setup" component={SetupScreen} />
        <Route path="/invite" component={InviteScreen} />
        <Route path="/" component={SignedIn}>
          <Route path="/" component={FirstScreen} />
          <Route path="/worklist" component={WorklistScreen} />
          <Route path="/pipeline" component={PipelineScreen} />
          <Route path="/deals/:id" component={DealScreen} />
          <Route path="/models" component={ModelsScreen} />
          <Route path="/models/:id" component={DesignerScreen} />
          <Route path="/models/:id/versions/:deploymentId" component={VersionScreen} />
          <Route path="/processes/:processId" component={ProcessScreen} />
          <Route path="/admin/:section?" component={AdminScreen} />
          <Route path="/import" component={ImportScreen} />
          <Route path="*" component={NotFound} />
        </Route>
      </Router>
    </QueryClientProvider>
  );
}
