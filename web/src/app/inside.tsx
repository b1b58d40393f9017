/**
 * Everything behind the sign-in: the router over the pages that this session may open, or, until
 * the first password is replaced, nothing but replacing it.
 */
import { App } from 'antd';
import { useMemo } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { useDocument } from '~/base/schema';
import { useSession } from '~/base/store';
import { ChangePassword } from '~/modules/accounts/change_password';
import { Loading } from '~/ui/state_views';
import { Broken, NotFound } from './edges';
import { Landing } from './landing';
import { allowed, pages } from './pages';
import { Shell } from './shell';

export default function Inside() {
  const { must_change_password: must } = useSession();
  // Without the descriptions a page would show bare names for a moment; without any, it still works.
  const described = useDocument();
  if (described.isPending) return <Loading />;
  return <App>{must ? <ChangePassword /> : <Pages />}</App>;
}

function Pages() {
  const { rights } = useSession();
  const key = rights.join(' ');
  const router = useMemo(
    () =>
      createBrowserRouter([
        {
          element: <Shell />,
          errorElement: <Broken />,
          hydrateFallbackElement: <Loading />,
          children: [
            { index: true, element: <Landing /> },
            ...allowed(pages, key.split(' ')).map((page) => ({
              path: page.path,
              lazy: page.load,
              errorElement: <Broken />,
            })),
            ...(import.meta.env.DEV
              ? [{ path: '/dev/gallery', lazy: () => import('./gallery/gallery') }]
              : []),
            { path: '*', element: <NotFound /> },
          ],
        },
      ]),
    [key],
  );
  return <RouterProvider router={router} />;
}
